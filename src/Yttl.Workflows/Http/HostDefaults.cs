using Yttl.Core.Failures;
using Yttl.Core.Sources;
using Yttl.Core.SponsorBlock;
using Yttl.Core.Summaries;

namespace Yttl.Workflows.Http;

/// <summary>What a host runs with, whoever asks.</summary>
/// <param name="Summary">Provider and model, and what a caller does not choose.</param>
/// <param name="Speech">Null where nothing recognises speech.</param>
/// <param name="Window">Steps of one video in flight at once, at least 1.</param>
/// <param name="VideoWindow">Videos of one list in flight at once, at least 1.</param>
public sealed record HostDefaults(SummaryOptions Summary, SpeechOptions? Speech, int Window, int VideoWindow)
{
    /// <summary>As <see cref="RunOptions.OnDemand"/>.</summary>
    public bool OnDemand { get; init; }

    /// <summary>As <see cref="RunOptions.TimeLimit"/>.</summary>
    public TimeSpan? TimeLimit { get; init; }

    /// <summary>Whether this host has a secret to sign callbacks with: without, it sends none.</summary>
    public bool SendsCallbacks { get; init; }

    public RunStart Plan(Source source, SummaryBodyOptions? options)
    {
        var run = Options(options);
        return source.IsList(options is { Playlist: true })
            ? new RunStart(null, new PlaylistInput(source.ToString(), run, VideoWindow) { Callback = options?.Callback })
            : new RunStart(new VideoInput(source.ToString(), run) { Callback = options?.Callback }, null);
    }

    /// <summary>Reports are rendered when they are asked for, so that a run writes none.</summary>
    public RunOptions Options(SummaryBodyOptions? options)
    {
        options ??= new SummaryBodyOptions();
        return new RunOptions(
            options.Language,
            Speech is null ? null : Speech with
            {
                Chunks = Speech.Chunks with { Strategy = options.ChunkSizeStrategy ?? Speech.Chunks.Strategy },
                Force = options.ForceTranscribe,
            },
            options.Sponsorblock ?? [],
            Summary with
            {
                OutputLanguage = options.OutputLanguage,
                Length = options.Length ?? Summary.Length,
                Style = options.Style ?? Summary.Style,
            },
            Window,
            Formats: [],
            OutputFolder: ".")
        {
            TimeLimit = TimeLimit,
            OnDemand = OnDemand,
        };
    }

    /// <summary>
    /// The same source with the same options is the same run. Another callback is another, so that nobody waits in vain;
    /// it finds all the work done.
    /// </summary>
    public static RunId IdOf(RunStart start) => start is { List: { } list }
        ? RunIds.Of(new VideoInput(list.Source, list.Options) { Callback = list.Callback }, isList: true)
        : RunIds.Of(start.Video!, isList: false);

    /// <returns>Null where all is well.</returns>
    public ApiAnswer? ProblemOf(SummaryBodyOptions? options)
    {
        if (options?.Sponsorblock?.Except(SponsorCategories.Removable).ToList() is [var unknown, ..])
        {
            return ApiAnswer.Malformed(
                $"options.sponsorblock names '{unknown}': use {string.Join(", ", SponsorCategories.Removable)}.");
        }

        return options?.Callback is { } callback ? CallbackProblemOf(callback) : null;
    }

    private ApiAnswer? CallbackProblemOf(string callback) =>
        !SendsCallbacks ? ApiAnswer.Refused(new Failure(
            FailureCategory.Input, "callback.no-secret", "This host signs no callbacks: leave it out, and ask for the status."))
        : CallbackAddress.ProblemOf(callback) is { } failure ? ApiAnswer.Refused(failure)
        : null;
}
