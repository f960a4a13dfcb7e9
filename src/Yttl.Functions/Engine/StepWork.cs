using System.Text.Json;
using Yttl.Core.Failures;
using Yttl.Core.Performance;
using Yttl.Workflows;

namespace Yttl.Functions.Engine;

/// <summary>
/// Runs one step as an activity: not where its work is remembered, and remembered once it is done. What it went through
/// is noted in the journal of its run.
/// </summary>
/// <param name="journal">Null notes nothing.</param>
internal sealed class StepWork(IStepMemory memory, TimeProvider time, IRunJournal? journal = null)
{
    private readonly StepMemory _memory = new(memory, Reuse.Everything, time.GetUtcNow);

    /// <exception cref="StepFaultException">The step threw; its message says whether to repeat it.</exception>
    public async Task<JsonElement> RunAsync<TInput, TOutput>(
        Step<TInput, TOutput> step,
        JsonElement json,
        Func<TInput, CancellationToken, Task<TOutput>> work,
        CancellationToken cancellationToken)
    {
        var run = RunIdentity.Current;
        var tracker = StepTracker.Begin(step.Name, run ?? "", video: null, time.GetUtcNow(), time);
        string? result = null;
        FailureCategory? failed = null;
        try
        {
            await NoteAsync(run, ActivityInput.DelaysOf(json).Select(delay => new JournalLine { Delay = delay }));
            var input = json.Deserialize(step.Input)!;
            var key = step.KeyOf(input);
            if (await _memory.FindAsync(step, key, cancellationToken) is { } remembered)
                return Element(result = remembered);
            tracker.BeginAttempt();
            var outcome = await work(input, cancellationToken);
            result = JsonSerializer.Serialize(outcome, step.Output);
            failed = OutcomeFailure.Of(result);
            await _memory.KeepAsync(step, key, outcome, result);
            return Element(result);
        }
        catch (YttlException e)
        {
            failed = e.Failure.Category;
            throw new StepFaultException(e);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            failed = FailureCategory.Processing;
            throw;
        }
        finally
        {
            // The journal takes what is at its end no matter how: a run that was stopped tells of it too.
            var record = tracker.End(step.SideBySide, failed, json.GetRawText(), result);
            await NoteAsync(run, [new JournalLine { Step = record }]);
        }
    }

    private async Task NoteAsync(string? run, IEnumerable<JournalLine> lines)
    {
        if (journal is null || run is null)
            return;
        foreach (var line in lines)
            await journal.AddAsync(new RunId(run), line, CancellationToken.None);
    }

    private static JsonElement Element(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}
