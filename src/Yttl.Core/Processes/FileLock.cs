namespace Yttl.Core.Processes;

/// <summary>
/// Lets one at a time do something, in this process and in others. The system gives a lock back when its owner dies,
/// however it dies. Its file stays: who deleted it would let two hold it, one of them under no name.
/// </summary>
internal static class FileLock
{
    public static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(200);

    /// <summary>Waits for as long as another has it.</summary>
    /// <returns>Gives it back.</returns>
    /// <exception cref="IOException">The file cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">The file cannot be made.</exception>
    public static async Task<IDisposable> TakeAsync(string path, TimeProvider time, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(path))
            {
                await Task.Delay(Poll, time, cancellationToken);
            }
        }
    }
}
