using System.Collections.Concurrent;
using System.Diagnostics;
using Yttl.Core.Failures;

namespace Yttl.Core.Measuring;

/// <summary>
/// Records what one step goes through. It flows with the work, as an <c>Activity</c> does, so that a client that many
/// runs share reports to the step that calls it. Safe from any thread.
/// </summary>
public sealed class StepTracker
{
    private static readonly AsyncLocal<StepTracker?> Ambient = new();

    private readonly TimeProvider _time;
    private readonly long _start;
    private readonly DateTimeOffset _startedAt;
    private readonly ConcurrentQueue<CallTracker> _calls = new();
    private readonly WaitLog _waits;
    private readonly Activity? _span;
    private int _attempts;
    private int _repeats;

    private StepTracker(string name, string run, string? video, DateTimeOffset startedAt, TimeProvider time)
    {
        (Name, Run, _startedAt, _time, _start) = (name, run, startedAt, time, time.GetTimestamp());
        _waits = new WaitLog(() => Elapsed);
        _span = Telemetry.Source.StartActivity(Telemetry.StepSpan)?
            .SetTag(Telemetry.StepName, name)
            .SetTag(Telemetry.RunIdentity, run)
            .SetTag(Telemetry.VideoId, video ?? run);
        Telemetry.StepsActive.Add(1, new KeyValuePair<string, object?>(Telemetry.StepName, name));
    }

    public string Name { get; }

    /// <summary>The id of the run that the step belongs to.</summary>
    public string Run { get; }

    /// <summary>The step that the calling code belongs to; null outside a step.</summary>
    public static StepTracker? Current => Ambient.Value;

    /// <summary>Time since the step began.</summary>
    internal TimeSpan Elapsed => _time.GetElapsedTime(_start);

    /// <summary>Records the step of the async method that calls this, until the method ends.</summary>
    /// <param name="video">The video's id; null where it is not known yet.</param>
    /// <param name="startedAt">Now, in UTC.</param>
    public static StepTracker Begin(
        string name, string run, string? video, DateTimeOffset startedAt, TimeProvider time) =>
        Ambient.Value = new StepTracker(name, run, video, startedAt, time);

    /// <summary>The engine runs the step, for the first time or again.</summary>
    public void BeginAttempt()
    {
        Interlocked.Increment(ref _attempts);
        _waits.End();
    }

    /// <summary>An attempt failed, and the next one follows after a wait.</summary>
    public void BeginBackOff() => _waits.Begin(WaitKind.BackOff);

    /// <param name="input">The step's input as JSON.</param>
    /// <param name="outcome">Its outcome as JSON; null where it has none.</param>
    public StepRecord End(bool sideBySide, FailureCategory? failure, string input, string? outcome)
    {
        _waits.End();
        var attempts = Volatile.Read(ref _attempts);
        var record = new StepRecord(Name, _startedAt, Elapsed)
        {
            SideBySide = sideBySide,
            Reused = attempts == 0 && outcome is not null,
            Attempts = attempts,
            Repeats = Volatile.Read(ref _repeats),
            Failure = failure,
            Waits = _waits.Records,
            Calls = [.. _calls.Select(call => call.Record())],
            Needs = ContentNames.In(input),
            Makes = outcome is null ? [] : ContentNames.In(outcome),
        };
        Count(record);
        return record;
    }

    /// <summary>Counts a repeat of a call that is not recorded itself.</summary>
    internal void Repeated() => Interlocked.Increment(ref _repeats);

    internal void Add(CallTracker call) => _calls.Enqueue(call);

    private void Count(StepRecord record)
    {
        var tags = new TagList { { Telemetry.StepName, Name } };
        Telemetry.StepsActive.Add(-1, tags);
        if (record.Failure is { } failure)
        {
            tags.Add(Telemetry.Category, failure.Name());
            // A failure of a call is counted with the call.
            if (!record.Calls.Any(call => call.Attempts.Any(attempt => attempt.Failure == failure)))
                Telemetry.Failures.Add(1, tags);
            _span?.SetTag(Telemetry.Category, failure.Name()).SetStatus(ActivityStatusCode.Error);
        }

        Telemetry.StepDuration.Record(record.Duration.TotalSeconds, tags);
        _span?.SetTag(Telemetry.Attempt, record.Attempts).SetTag(Telemetry.Reused, record.Reused).Dispose();
    }
}
