using Whisper.net;
using Whisper.net.LibraryLoader;
using Whisper.net.Logger;

namespace Yttl.Whisper.Recognition;

/// <summary>
/// Loads a ggml model with Whisper.net. The native library is chosen once per process, so a process has one loader.
/// </summary>
internal sealed class WhisperModelLoader(string path, WantedRuntime wanted, ILogger<WhisperModelLoader> logger)
    : IModelLoader
{
    public Task<IRecognizer> LoadAsync(CancellationToken cancellationToken) =>
        Task.Run<IRecognizer>(Load, cancellationToken);

    private WhisperRecognizer Load()
    {
        if (!File.Exists(path))
            throw new ModelLoadException($"The model '{path}' does not exist: give a ggml file with --model.");

        Check();
        RuntimeOptions.RuntimeLibraryOrder = Order(wanted);
        var journal = new NativeJournal(logger);
        using var logging = LogProvider.AddLogger((level, line) => journal.Add(level, line));
        WhisperFactory? factory = null;
        try
        {
            factory = WhisperFactory.FromPath(
                path, new WhisperFactoryOptions { UseGpu = wanted != WantedRuntime.Cpu, UseFlashAttention = true });
            // The factory does not report a file that it could not read; the first builder does.
            _ = factory.CreateBuilder();
            return new WhisperRecognizer(factory, Runtime(journal), WhisperFactory.GetSupportedLanguages().ToHashSet());
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            factory?.Dispose();
            throw new ModelLoadException(
                $"The model '{path}' cannot be loaded: {(journal.FirstError ?? e.Message).TrimEnd('.')}. "
                + "It must be a ggml file for whisper.cpp, and the native library must suit this machine.",
                e);
        }
    }

    private void Check()
    {
        try
        {
            using var file = File.OpenRead(path);
            if (GgmlFile.Problem(file) is { } problem)
                throw new ModelLoadException($"The model '{path}' is not a ggml file for whisper.cpp: {problem}.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ModelLoadException($"The model '{path}' cannot be read: {e.Message}", e);
        }
    }

    /// <summary>
    /// Never puts CUDA last: Whisper.net uses the last of the list even without a device, then computes on the CPU
    /// while it reports CUDA.
    /// </summary>
    private static List<RuntimeLibrary> Order(WantedRuntime wanted) => wanted == WantedRuntime.Cpu
        ? [RuntimeLibrary.Cpu, RuntimeLibrary.CpuNoAvx]
        : [RuntimeLibrary.Cuda12, RuntimeLibrary.Cpu, RuntimeLibrary.CpuNoAvx];

    private static LoadedRuntime Runtime(NativeJournal journal) => new(
        RuntimeOptions.LoadedLibrary?.ToString().ToLowerInvariant() ?? "unknown",
        journal.Device,
        WhisperFactory.GetRuntimeInfo()?.Trim());
}
