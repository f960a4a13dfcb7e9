namespace Yttl.Whisper.Recognition;

internal interface IModelLoader
{
    /// <exception cref="ModelLoadException">The model or the native library is missing or unusable.</exception>
    Task<IRecognizer> LoadAsync(CancellationToken cancellationToken);
}
