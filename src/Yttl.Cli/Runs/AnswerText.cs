using Yttl.Cli.Terminal;
using Yttl.Core.Questions;
using Yttl.Core.Reports.Formats;
using Yttl.Core.Summaries;
using Yttl.Core.Time;
using Yttl.Workflows.Http;

namespace Yttl.Cli.Runs;

/// <summary>An answer on stdout: laid out in a terminal, Markdown in a file or a pipe.</summary>
internal static class AnswerText
{
    private const string NotInVideo = "Not in this video.";

    private const string Indent = "  ";

    /// <summary>In columns: longer lines are hard to read.</summary>
    private const int WidestText = 100;

    /// <summary>More would hide the answer; <c>--json</c> has all.</summary>
    private const int MostSources = 3;

    public static void Write(AnswerDocument answer, CliContext surroundings)
    {
        IEnumerable<string> lines = answer.Status switch
        {
            AnswerStatus.NotInVideo => [NotInVideo],
            _ when surroundings.OutputIsScreen => answer.Sentences.SelectMany((sentence, i) =>
                Paragraph(sentence, surroundings).Prepend("").Skip(i == 0 ? 1 : 0)),
            AnswerStatus.Passages => answer.Sentences.Select(passage => $"- {Links(passage)} {MarkdownText.Escape(passage.Text)}"),
            _ => [string.Join(' ', answer.Sentences.Select(Sentence))],
        };
        foreach (var line in lines)
            surroundings.Output.WriteLine(line);
    }

    private static string Sentence(AnswerSentenceDocument sentence)
    {
        var facts = string.Join("; ", Marks(sentence).Select(MarkdownText.Escape).Prepend(Links(sentence)).Where(fact => fact.Length > 0));
        return MarkdownText.Escape(sentence.Text) + (facts.Length > 0 ? $" ({facts})" : "");
    }

    private static string Links(AnswerSentenceDocument sentence) => string.Join(", ", sentence.Sources.Take(MostSources).Select(
        source => MarkdownText.Link(Time(source), source.Url is { } url ? new Uri(url) : null)));

    /// <summary>The sentence, and below it its sources, each link on a line of its own, which is never broken.</summary>
    private static IEnumerable<string> Paragraph(AnswerSentenceDocument sentence, CliContext surroundings)
    {
        var width = Math.Min(WidestText, surroundings.OutputWidth);
        foreach (var line in TextWrap.Lines(surroundings.Shown(sentence.Text), width))
            yield return line;
        var sources = sentence.Sources.Take(MostSources).ToList();
        if (sources.Count > 0 && sources.TrueForAll(source => source.Url is null))
            yield return Indent + string.Join(", ", sources.Select(Time));
        foreach (var source in sources.Where(source => source.Url is not null))
            yield return $"{Indent}{Time(source)}{Indent}{SafeText.Line(source.Url!)}";
        foreach (var line in Marks(sentence).SelectMany(
            mark => TextWrap.Lines($"({surroundings.Shown(mark)})", width - Indent.Length)))
            yield return Indent + line;
    }

    private static IEnumerable<string> Marks(AnswerSentenceDocument sentence)
    {
        if (sentence.Support is SourceSupport.None)
            yield return "not found in the transcript";
        if (sentence.Support is SourceSupport.Unchecked)
            yield return "in another language than the transcript, so not compared with it";
        if (sentence.Doubts.Count > 0)
            yield return $"not heard there: {string.Join(", ", sentence.Doubts)}";
    }

    private static string Time(AnswerSourceDocument source) => Timestamp.Text(TimeSpan.FromSeconds(source.Start));
}
