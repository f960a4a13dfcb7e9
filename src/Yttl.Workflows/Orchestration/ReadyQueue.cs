using Yttl.Core.Failures;
using Yttl.Workflows.Seam;

namespace Yttl.Workflows.Orchestration;

/// <summary>
/// One queue of ready work under one window. Lower ranks start first, and within a rank the work that was added first.
/// So the next start is a pure function of the completions so far. There are no waves: a slot is filled as soon as it
/// is free.
/// </summary>
/// <param name="window">The most work in flight at once, at least 1.</param>
/// <param name="time">Null where no added work asks for waits.</param>
internal sealed class ReadyQueue(WorkflowContext context, int window, RunDeadline? time = null)
{
    /// <summary>
    /// The most time that one call may spend on the waits that its provider asks for. After that the call is given up.
    /// </summary>
    internal static readonly TimeSpan WaitBudget = TimeSpan.FromHours(1);

    private readonly PriorityQueue<Func<Task>, (int Rank, int Order)> _ready = new();
    private readonly List<Task> _running = [];
    private readonly List<Task> _waiting = [];
    private int _added;

    public void Add(int rank, Func<Task> work) => _ready.Enqueue(work, (rank, _added++));

    /// <summary>Adds work once <paramref name="delay"/> has passed; until then it takes no slot.</summary>
    /// <param name="step">The name of the step that <paramref name="work"/> calls again.</param>
    public void AddLater(int rank, string step, Func<Task> work, TimeSpan delay) =>
        _waiting.Add(WaitAsync(rank, step, work, delay));

    /// <summary>Adds a call whose outcome may ask to repeat it later. While it waits it takes no slot.</summary>
    /// <param name="step">The name of the step that is called.</param>
    /// <param name="retryAfter">How long to wait; null when the outcome is final.</param>
    /// <param name="done">
    /// Receives the final outcome. Where a wait is refused, it receives the outcome that asked for the wait and the
    /// reason: all waits together would exceed <see cref="WaitBudget"/> or outlast the run's time.
    /// </param>
    public void Add<TOutcome>(
        int rank,
        string step,
        Func<Task<TOutcome>> call,
        Func<TOutcome, TimeSpan?> retryAfter,
        Action<TOutcome, Failure?> done)
    {
        var waited = TimeSpan.Zero;
        Add(rank, RunAsync);

        async Task RunAsync()
        {
            var outcome = await call();
            if (retryAfter(outcome) is not { } wait)
            {
                done(outcome, null);
                return;
            }

            if (WhyNotWait(waited, wait) is { } givenUp)
            {
                done(outcome, givenUp);
                return;
            }

            waited += wait;
            AddLater(rank, step, RunAsync, wait);
        }
    }

    /// <summary>Runs all added work, and all work that it adds in turn.</summary>
    public async Task DrainAsync()
    {
        while (_ready.Count + _running.Count + _waiting.Count > 0)
        {
            while (_running.Count < window && _ready.TryDequeue(out var work, out _))
                _running.Add(work());

            var done = await Task.WhenAny([.. _running, .. _waiting]);
            if (!_running.Remove(done))
                _waiting.Remove(done);
            await done;
        }
    }

    private Failure? WhyNotWait(TimeSpan waited, TimeSpan wait) =>
        waited + wait > WaitBudget ? GivenUp(waited, wait) : time?.WhyUp(wait);

    private static Failure GivenUp(TimeSpan waited, TimeSpan more) => new(
        FailureCategory.RateLimit,
        "model.rate-limited",
        $"The provider asked to wait {more.TotalMinutes:0} more minutes after {waited.TotalMinutes:0}; "
        + "run the same command later.");

    private async Task WaitAsync(int rank, string step, Func<Task> work, TimeSpan delay)
    {
        await context.DelayAsync(delay, step);
        Add(rank, work);
    }
}
