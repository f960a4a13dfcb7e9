using System.Globalization;
using Yttl.Cli.Terminal;
using Yttl.Core.Captions;
using Yttl.Core.Failures;
using Yttl.Core.Performance;
using Yttl.Core.Predictions;
using Yttl.Core.Text;
using Yttl.Core.Time;
using Yttl.LocalEngine.Results;
using Yttl.Workflows.Runs;

namespace Yttl.Cli.Runs;

/// <summary>What a run will take, for people. What rests on an estimated transcript says about.</summary>
internal static class PlanOutput
{
    public static void Write(VideoPlan plan, Request request, CliContext surroundings)
    {
        foreach (var note in plan.Notes)
            new Messages(surroundings).Note(request.Worded(note));
        if (plan.Audio is { } audio)
        {
            foreach (var line in PlanText.Summary(audio))
                surroundings.WriteLine(line);
            Table.Write(surroundings, PlanText.Headings, audio.Plan.Chunks.Select(PlanText.Row));
            surroundings.WriteLine("");
        }

        surroundings.WriteLine(plan.Video.Title);
        WriteFacts(Facts(plan), surroundings);
    }

    public static void Write(ListPlan plan, CliContext surroundings)
    {
        foreach (var note in plan.Notes)
            new Messages(surroundings).Note(note);
        foreach (var (source, title, _, failure) in plan.Entries.Where(entry => entry.Failure is not null))
            new Messages(surroundings).Failure(failure!, title ?? source);
        var planned = plan.Planned.ToList();
        if (planned.Count == 0)
            return;
        Table.WriteLines(
            surroundings,
            ["Length", "Segments", "Calls", "Tokens in / out", "Cost", "Title"],
            planned.Select(video => (string[])
            [
                About(video) + Timestamp.Text(video.Transcript.Length),
                About(video) + Number(video.Prediction.Segments),
                About(video) + Number(video.Prediction.Calls),
                About(video) + $"{Number(video.Prediction.Tokens.Input)} / {Number(video.Prediction.Tokens.Output)}",
                video.Prediction.Cost is { } cost ? Money(cost, video.Currency) : "unknown",
                video.Video.Title,
            ]),
            cut: [5],
            spare: 3);
        surroundings.WriteLine("");
        surroundings.WriteLine($"{plan.Title ?? "The list"}: {Quantity.Count(planned.Count, "video", "videos")}");
        WriteFacts(TotalFacts(plan), surroundings);
    }

    private static IEnumerable<(string, string)> Facts(VideoPlan plan)
    {
        yield return ("Transcript", Transcript(plan.Transcript));
        yield return ("Segments", About(plan) + Number(plan.Prediction.Segments));
        yield return ("Calls", plan.Writer.IsExtractive
            ? "none: the summaries are the speaker's own sentences"
            : $"{About(plan)}{Number(plan.Prediction.Calls)} to {plan.Writer.Provider} {plan.Writer.Model}: "
                + Levels(plan.Prediction.CallsByLevel));
        if (plan.Writer.IsExtractive && plan.Audio is null or { Cost: 0 })
            yield break;
        yield return ("Tokens", $"about {Number(plan.Prediction.Tokens.Input)} in, {Number(plan.Prediction.Tokens.Output)} out");
        yield return ("Time", Time(plan.Prediction));
        yield return ("Cost", Cost(plan));
    }

    private static IEnumerable<(string, string)> TotalFacts(ListPlan plan)
    {
        var total = plan.Total;
        yield return ("Calls", Number(total.Calls));
        yield return ("Tokens", $"about {Number(total.Tokens.Input)} in, {Number(total.Tokens.Output)} out");
        yield return ("Cost", total.Cost is { } cost ? $"about {Money(cost, total.Currency!)}" : "unknown: a price is missing");
        if (plan.Planned.Any(video => video.Transcript.IsEstimate))
            yield return ("Speech", "not recognised yet where figures say about, and not in the cost: "
                + $"{EstimateTranscriptStep.WordsPerMinute} words a minute are assumed");
    }

    private static string Transcript(PlannedTranscript transcript) => transcript.IsEstimate
        ? $"speech, not recognised yet: {EstimateTranscriptStep.WordsPerMinute} words a minute are assumed"
        : string.Join(", ", ((string?[])
        [
            transcript.Source switch
            {
                TranscriptSource.ManualCaptions => "the uploader's captions",
                TranscriptSource.AutomaticCaptions => "automatic captions",
                TranscriptSource.Embedded => "embedded subtitles",
                _ => "a caption file",
            },
            transcript.Language?.ToString(),
            Timestamp.Text(transcript.Length),
        ]).OfType<string>());

    private static string Levels(CallsByLevel calls) => string.Join(", ", (IEnumerable<string>)
    [
        $"{Number(calls.Segments)} for segments",
        .. calls.Hours > 0 ? [$"{Number(calls.Hours)} for hours"] : Array.Empty<string>(),
        .. calls.Overall > 0 ? [$"{Number(calls.Overall)} overall"] : Array.Empty<string>(),
    ]);

    private static string Time(Prediction predicted) => predicted switch
    {
        { Calls: 0 } => "no calls",
        { Seconds: { } seconds, SecondsPerCall: { } each } =>
            $"about {Quantity.Duration(seconds)} for the summaries, at {Quantity.Duration(each)} a call as measured last",
        _ => "unknown: no call to this model has been measured on this machine yet",
    };

    private static string Cost(VideoPlan plan)
    {
        if (plan.Prediction.Cost is not { } summaries)
            return $"unknown: {plan.Writer.Provider} {plan.Writer.Model} has no price; give one in {SettingName.For("prices")}";
        return plan.Audio switch
        {
            null when plan.Transcript.IsEstimate => $"about {Money(summaries, plan.Currency)}, and that of recognising the speech",
            null or { Cost: 0 } => $"about {Money(summaries, plan.Currency)}",
            { Cost: { } speech } => $"about {Money(summaries + speech, plan.Currency)}: "
                + $"{Money(speech, plan.Currency)} speech, {Money(summaries, plan.Currency)} summaries",
            _ => $"about {Money(summaries, plan.Currency)} for the summaries; unknown for the speech: "
                + $"{plan.Audio.Model} has no price; give one in {SettingName.For("prices")}",
        };
    }

    private static void WriteFacts(IEnumerable<(string Name, string Value)> facts, CliContext surroundings)
    {
        var rows = facts.Select(fact => (string[])[fact.Name, fact.Value]).ToList();
        Table.Write(surroundings, rows[0], rows.Skip(1));
    }

    private static string About(VideoPlan plan) => plan.Transcript.IsEstimate ? "about " : "";

    private static string Money(decimal amount, string currency) =>
        string.Create(CultureInfo.InvariantCulture, $"{amount:0.####} {currency}");

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
