using System.Text.Json.Serialization;
using Yttl.Core.Failures;
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
/// <param name="Started">Start of the execution that gave <paramref name="Result"/>, where that has a report.</param>
/// <param name="Ended">End of the same; null while the first execution is incomplete.</param>
/// <param name="Result">
/// Result of the last execution that ended. One with a report is kept while a repetition is incomplete, and where the
/// repetition ends without a report.
/// </param>
public sealed record RunRecord(
    RunId Id, string Source, RunStatus State, DateTimeOffset Started, DateTimeOffset? Ended, VideoResult? Result)
{
    /// <summary>Request of the run; null for a video of a playlist, which the playlist's request covers.</summary>
    public RunRequest? Request { get; init; }

    /// <summary>
    /// The last repetition of a run that has a report already, where it is incomplete or ended without a report; else
    /// null.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public RunAttempt? Attempt { get; init; }
}

/// <param name="State">As that of a run: incomplete, failed or terminated.</param>
/// <param name="Failure">Why it failed; null where it did not.</param>
/// <param name="Request">Its own request, which becomes that of the run when it ends with a report.</param>
public sealed record RunAttempt(DateTimeOffset Started, RunStatus State, Failure? Failure, RunRequest? Request);

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
