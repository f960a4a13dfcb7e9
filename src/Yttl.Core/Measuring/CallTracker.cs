using System.Diagnostics;
using Yttl.Core.Failures;

namespace Yttl.Core.Measuring;

/// <summary>
/// Records what one call goes through, for the step that makes it. Outside a step it does nothing. It flows with the
/// call, whose attempts are made one after another.
/// </summary>
internal sealed class CallTracker : IDisposable
{
    private static readonly AsyncLocal<CallTracker?> Ambient = new();

    private readonly string _provider;
    private readonly StepTracker? _step;
    private readonly TimeSpan _start;
    private readonly WaitLog _waits;
    private readonly List<AttemptRecord> _attempts = [];
    private TimeSpan? _attemptStart;
    private TimeSpan? _end;
    private string? _telemetryName;
    private string? _operation;
    private string? _model;
    private Activity? _span;
    private long _bytes;
    private TokenUsage _tokens;
    private TimeSpan _audio;

    private CallTracker(string provider)
    {
        (_provider, _step) = (provider, StepTracker.Current);
        _waits = new WaitLog(() => Elapsed);
        _start = Elapsed;
        _step?.Add(this);
    }

    /// <summary>The call that the calling code belongs to; null outside a call.</summary>
    public static CallTracker? Current => Ambient.Value;

    private TimeSpan Elapsed => _step?.Elapsed ?? TimeSpan.Zero;

    /// <summary>Records the call of the async method that calls this, until it is disposed.</summary>
    public static CallTracker Begin(string provider) => Ambient.Value = new CallTracker(provider);

    /// <summary>Records a call that failed at once, or of which no more is known.</summary>
    public static void Failed(string provider, FailureCategory failure)
    {
        using var call = new CallTracker(provider);
        call.BeginAttempt();
        call.EndAttempt(failure);
    }

    /// <summary>Begins a wait, and ends the wait before it.</summary>
    public void BeginWait(WaitKind kind) => _waits.Begin(kind);

    public void EndWait() => _waits.End();

    public void BeginAttempt()
    {
        _attemptStart = Elapsed;
        _span = Telemetry.Source.StartActivity(Telemetry.CallSpan, ActivityKind.Client)?
            .SetTag(Telemetry.Attempt, _attempts.Count + 1);
        if (_attempts is [.., var last])
            Telemetry.Retries.Add(1, Tags(last.Failure));
    }

    /// <summary>Ends an attempt. Does nothing where none has begun.</summary>
    /// <param name="failure">Null where the attempt succeeded or was cancelled.</param>
    public void EndAttempt(FailureCategory? failure)
    {
        if (_attemptStart is not { } start)
            return;
        _attemptStart = null;
        var attempt = new AttemptRecord(start, Elapsed - start, failure);
        lock (_attempts)
            _attempts.Add(attempt);
        Count(attempt);
    }

    /// <param name="provider">The name in the conventions for generative AI, such as <c>azure.ai.openai</c>.</param>
    /// <param name="operation">The name in the same conventions, such as <c>chat</c>.</param>
    public void Sent(string provider, string operation, string model, long bytes)
    {
        (_telemetryName, _operation, _model) = (provider, operation, model);
        if (_span is not null)
            _span.DisplayName = $"{operation} {model}";
        Interlocked.Add(ref _bytes, bytes);
    }

    public void Wrote(TokenUsage tokens)
    {
        _tokens += tokens;
        _span?.SetTag(Telemetry.InputTokens, tokens.Input).SetTag(Telemetry.OutputTokens, tokens.Output);
        Count("input", tokens.Input);
        Count("output", tokens.Output);
    }

    public void Transcribed(TimeSpan audio)
    {
        _audio += audio;
        Telemetry.AudioSeconds.Add(audio.TotalSeconds, Tags(null));
    }

    public void Dispose()
    {
        _waits.End();
        EndAttempt(failure: null);
        _end = Elapsed;
    }

    private void Count(string type, long tokens)
    {
        var tags = Tags(null);
        tags.Add(Telemetry.TokenType, type);
        Telemetry.Tokens.Add(tokens, tags);
        Telemetry.TokenUsage.Record(tokens, tags);
    }

    private void Count(AttemptRecord attempt)
    {
        var tags = Tags(attempt.Failure);
        if (attempt.Failure is { } failure)
        {
            Telemetry.Failures.Add(1, tags);
            tags.Add(Telemetry.ErrorType, failure.Name());
            _span?.SetTag(Telemetry.ErrorType, failure.Name()).SetStatus(ActivityStatusCode.Error);
        }

        if (_model is not null)
            Telemetry.OperationDuration.Record(attempt.Duration.TotalSeconds, tags);
        foreach (var (name, value) in Tags(null))
            _span?.SetTag(name, value);
        _span?.Dispose();
        _span = null;
    }

    private TagList Tags(FailureCategory? failure)
    {
        var tags = new TagList();
        if (_model is null)
        {
            tags.Add(Telemetry.Called, _provider);
        }
        else
        {
            tags.Add(Telemetry.Provider, _telemetryName);
            tags.Add(Telemetry.Operation, _operation);
            tags.Add(Telemetry.Model, _model);
        }

        if (failure is { } category)
            tags.Add(Telemetry.Category, category.Name());
        return tags;
    }

    public CallRecord Record()
    {
        lock (_attempts)
            return new CallRecord(_provider, _start, (_end ?? Elapsed) - _start)
            {
                Model = _model,
                Attempts = [.. _attempts],
                Waits = _waits.Records,
                BytesSent = Volatile.Read(ref _bytes),
                Tokens = _tokens,
                Audio = _audio,
            };
    }
}
