using Yttl.Core.Reports;
using Yttl.Core.Speech;
using Yttl.LocalEngine.Settings;
using Yttl.Workflows.Runs;
using Yttl.Workflows.Seam;

namespace Yttl.LocalEngine.Storage;

/// <summary>The state and result of a run, for people: no step of a run depends on it.</summary>
/// <param name="State">
/// Also <see cref="RunStatus.Running"/> where the process died before it could write another state.
/// </param>
/// <param name="Ended">End of the run; null while it runs.</param>
/// <param name="Result">Result of the last completed execution; kept while a repetition is incomplete.</param>
public sealed record RunRecord(
    RunId Id, string Source, RunStatus State, DateTimeOffset Started, DateTimeOffset? Ended, VideoResult? Result)
{
    /// <summary>Request of the run; null for a video of a playlist, which the playlist's request covers.</summary>
    public RunRequest? Request { get; init; }
}

/// <summary>All that is needed to repeat the command, except credentials.</summary>
/// <param name="Options">Options, with a full path as output folder.</param>
/// <param name="Provider">Provider of the summaries: its name, or <c>extractive</c>.</param>
/// <param name="Model">The provider's name for the model; blank for <c>extractive</c>.</param>
public sealed record RunRequest(SummarizeOptions Options, string Provider, string Model)
{
    /// <summary>URL of the model, where it runs on the user's own server.</summary>
    public Uri? Address { get; init; }

    /// <summary>The speech recogniser; null where none was configured.</summary>
    public SpeechModel? Speech { get; init; }
}
