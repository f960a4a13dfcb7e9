using Yttl.Whisper.Recognition;

namespace Yttl.Whisper.Specs;

/// <summary>A model that says what it is told to, when it is told to.</summary>
internal sealed class FakeRecognizer : IRecognizer, IModelLoader
{
    public TaskCompletionSource Loaded { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public TaskCompletionSource Begun { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public TaskCompletionSource Stopped { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Calls wait for it.</summary>
    public Task MayAnswer { get; set; } = Task.CompletedTask;

    public Exception? LoadFailure { get; set; }

    public Exception? Failure { get; set; }

    public RecognitionRequest? Asked { get; private set; }

    public int Samples { get; private set; }

    public LoadedRuntime Runtime { get; set; } = new("cpu", "CPU", "AVX2 = 1");

    public IReadOnlySet<string> Languages { get; } = new HashSet<string> { "en", "de" };

    public Whisper.Recognition.Recognition Answer { get; set; } = new(
        "en",
        [
            new RecognizedSegment(
                TimeSpan.Zero,
                TimeSpan.FromSeconds(0.5),
                " Hello there.",
                [2425, 456],
                -0.25,
                0.01,
                [
                    new RecognizedWord(TimeSpan.Zero, TimeSpan.FromSeconds(0.2), "Hello"),
                    new RecognizedWord(TimeSpan.FromSeconds(0.2), TimeSpan.FromSeconds(0.5), "there."),
                ]),
            new RecognizedSegment(TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(30), " Goodbye.", [7], -1, 0.5, []),
        ]);

    public async Task<IRecognizer> LoadAsync(CancellationToken cancellationToken)
    {
        await Loaded.Task.WaitAsync(cancellationToken);
        return LoadFailure is null ? this : throw LoadFailure;
    }

    public async Task<Whisper.Recognition.Recognition> RecognizeAsync(
        ReadOnlyMemory<float> samples, RecognitionRequest request, CancellationToken cancellationToken)
    {
        Asked = request;
        Samples = samples.Length;
        Begun.TrySetResult();
        try
        {
            await MayAnswer.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            Stopped.TrySetResult();
            throw;
        }

        return Failure is null ? Answer : throw Failure;
    }

    /// <summary>Null until it is disposed; then whether a call was still at work.</summary>
    public bool? DisposedAtWork { get; private set; }

    public void Dispose() => DisposedAtWork ??= Begun.Task.IsCompleted && !Stopped.Task.IsCompleted;
}
