using Yttl.Core.Reports;
using Yttl.Core.Speech;
using Yttl.Workflows;

namespace Yttl.LocalEngine.Storage;

/// <summary>What became of a run, for people: nothing that a run does rests on it.</summary>
/// <param name="State">
/// <see cref="RunStatus.Running"/> also where the process died: nobody was left to write anything else.
/// </param>
/// <param name="Ended">Null while it runs.</param>
/// <param name="Result">Of the last time this run came to an end; it outlives a repetition that does not.</param>
public sealed record RunRecord(
    RunId Id, string Source, RunStatus State, DateTimeOffset Started, DateTimeOffset? Ended, VideoResult? Result)
{
    /// <summary>What was asked for; null for a playlist's video, which is asked for with its list.</summary>
    public RunRequest? Request { get; init; }
}

/// <summary>All that it takes to give the same command again, but for credentials.</summary>
/// <param name="Options">With a full path as output folder.</param>
/// <param name="Provider">Who writes the summaries: a provider's name, or <c>extractive</c>.</param>
/// <param name="Model">The provider's name of the model; blank for <c>extractive</c>.</param>
public sealed record RunRequest(SummarizeOptions Options, string Provider, string Model)
{
    /// <summary>The model's address, where the user's own server is asked.</summary>
    public Uri? Address { get; init; }

    /// <summary>Who was to recognise speech; null where nobody was set up to.</summary>
    public SpeechModel? Speech { get; init; }
}

/// <param name="Runs">Newest first.</param>
/// <param name="Unreadable">Why each other file was left out, one line each.</param>
public sealed record RunListing(IReadOnlyList<RunRecord> Runs, IReadOnlyList<string> Unreadable);
