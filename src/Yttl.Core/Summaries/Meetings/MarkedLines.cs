using System.Text.RegularExpressions;
using Yttl.Core.Text;

namespace Yttl.Core.Summaries.Meetings;

internal enum MinutesKind
{
    Decision,
    Action,
    Question,
}

/// <param name="Text">With its citations.</param>
/// <param name="Owner">As the model wrote it; null where it names none.</param>
/// <param name="Due">As the model wrote it; null where it names none.</param>
internal sealed record MarkedLine(MinutesKind Kind, string Text, string? Owner, string? Due);

/// <summary>
/// Takes the lines out of a model's answer that it marks as a decision, an action or an open question: each with its mark,
/// as the prompt asks, or in lists under headings, as models like to write.
/// </summary>
internal static partial class MarkedLines
{
    /// <summary>In characters. A longer line is no entry of minutes.</summary>
    private const int LongestLine = 1_000;

    /// <summary>What a model writes beyond stays in its summary.</summary>
    private const int MostLines = 30;

    /// <returns>The answer without these lines, and the lines in their order.</returns>
    public static (string Summary, IReadOnlyList<MarkedLine> Lines) TakeOut(string answer)
    {
        var rest = new List<string>();
        var lines = new List<MarkedLine>();
        MinutesKind? under = null;
        foreach (var line in answer.ReplaceLineEndings("\n").Split('\n'))
        {
            if (line.Length > LongestLine || lines.Count == MostLines)
                rest.Add(line);
            else if (Heading().Match(line) is { Success: true } heading)
                under = KindOf(heading);
            else if (Mark().Match(line) is { Success: true } mark)
                Add(KindOf(mark), line[mark.Length..]);
            else if (under is { } kind && Item().Match(line) is { Success: true } item)
                Add(kind, line[item.Length..]);
            else if (under is null || !None().IsMatch(line))
            {
                under = string.IsNullOrWhiteSpace(line) ? under : null;
                rest.Add(line);
            }
        }

        return (string.Join('\n', rest), lines);

        void Add(MinutesKind kind, string text)
        {
            if (!None().IsMatch(text))
                lines.Add(Read(kind, text));
        }
    }

    private static MarkedLine Read(MinutesKind kind, string text)
    {
        if (kind is not MinutesKind.Action)
            return new MarkedLine(kind, text.Trim(), null, null);
        var (owner, due) = (Owner().Match(text), Due().Match(text));
        var bare = PlainText.Fold(Empty().Replace(Owner().Replace(Due().Replace(text, " "), " "), " "))
            .Replace(" .", ".", StringComparison.Ordinal);
        return new MarkedLine(kind, bare, Named(owner), Named(due));
    }

    private static string? Named(Match match) =>
        match.Groups["name"].Value.Trim(' ', '.', '*', '_', '"', '“', '”') is { Length: > 0 } name && !Unnamed().IsMatch(name)
            ? name
            : null;

    private static MinutesKind KindOf(Match match) => match.Groups["decision"].Success ? MinutesKind.Decision
        : match.Groups["action"].Success ? MinutesKind.Action
        : MinutesKind.Question;

    // The marks in the languages that answers are most often in.
    private const string Kinds =
        @"(?:(?<decision>decisions?|entscheidung(?:en)?|beschl(?:uss|üsse)|décisions?|decisi(?:ón|ones)|decis(?:ão|ões)|decisioni?e?|"
        + @"besluit(?:en)?|решени[ея]|decyzj[ae]|beslut|karar(?:lar)?|决定|決定)"
        + @"|(?<action>actions?(?:[ ]items?)?|to-?dos?|aufgaben?|aktion(?:en)?|tâches?|acci(?:ón|ones)|tareas?|aç(?:ão|ões)|tarefas?|"
        + @"azion[ei]|acties?|задач[аи]|zadani[ae]|åtgärd(?:er)?|eylem(?:ler)?|行动|アクション)"
        + @"|(?<question>(?:open[ ])?questions?(?:[ ]ouvertes?)?|(?:offene[ ])?fragen?|preguntas?(?:[ ]abiertas?)?|"
        + @"perguntas?(?:[ ]em[ ]aberto)?|"
        + @"domand[ae](?:[ ]apert[ae])?|(?:open[ ])?vra(?:ag|gen)|(?:открытые[ ])?вопросы?|(?:otwarte[ ])?pytani[ae]|(?:öppna[ ])?fråg(?:a|or)|"
        + @"soru(?:lar)?|问题|質問))";

    [GeneratedRegex(@"^[\W\d_]*" + Kinds + @"(?:[ ]?\d{1,2})?[\s*_]{0,4}[:：][\s*_]*(?=\S)", Options)]
    private static partial Regex Mark();

    [GeneratedRegex(@"^[\s#*_]*(?:\d{1,2}[.)][ ])?" + Kinds + @"[\s*_]*[:：]?[\s*_]*$", Options)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^\s*(?:[-*+•‣–]|\d{1,3}[.)])\s+", Options)]
    private static partial Regex Item();

    [GeneratedRegex(
        @"^\W*(?:none\b.{0,24}|n/?a|nothing\b.{0,24}|no[ ](?:decisions?|actions?|action[ ]items?|(?:open[ ])?questions?)\b.{0,40})?\W*$",
        Options)]
    private static partial Regex None();

    [GeneratedRegex(@"(?<=^|[\s(（;,|—–-])(?:owner|who|assignee)\s*[*_]*[:=：][*_]*(?<name>[^;,|()（）\[\]\n]*)", Options)]
    private static partial Regex Owner();

    [GeneratedRegex(@"(?<=^|[\s(（;,|—–-])(?:due|deadline|by[ ]when|when)\s*[*_]*[:=：][*_]*(?<name>[^;|()（）\[\]\n]*)", Options)]
    private static partial Regex Due();

    // What is left around an owner and a day.
    [GeneratedRegex(@"[(（][\s;,|—–-]*[)）]|[\s;,|—–-]+(?=\s*(?:[\[［【]|$))", Options)]
    private static partial Regex Empty();

    [GeneratedRegex(
        @"^(?:[-–—?]+|none|nobody|no[ ]one|unknown|unassigned|unclear|tbd|n/?a|null|not[ ]\w+|speaker|the[ ]speaker|i|me|we|us)$", Options)]
    private static partial Regex Unnamed();

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
}
