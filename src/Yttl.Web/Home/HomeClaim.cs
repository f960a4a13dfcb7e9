using System.Text.Json;
using Yttl.Core.Processes;
using Yttl.Web.Json;

namespace Yttl.Web.Home;

/// <summary>
/// The right of one server to the queue of a home: a lock that its process holds, beside the file that says where it
/// listens, <c>HOME/serve/running.json</c>.
/// </summary>
internal sealed class HomeClaim : IDisposable
{
    private const string Lock = "lock";
    private const string Name = "running.json";

    private readonly IDisposable _lock;
    private readonly string _folder;

    private HomeClaim(IDisposable held, string folder) => (_lock, _folder) = (held, folder);

    /// <returns>Null while another server has it.</returns>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder cannot be written.</exception>
    public static HomeClaim? TryTake(string folder) =>
        FileLock.TryTake(Path.Combine(folder, Lock), shared: false) is { } held
            ? new HomeClaim(held, folder)
            : null;

    /// <summary>Says to other processes of the user where the server listens, and by which key it lets them in.</summary>
    public void Announce(RunningServer server) =>
        PrivateFile.Write(Path.Combine(_folder, Name), JsonSerializer.SerializeToUtf8Bytes(server, WebJson.Default.RunningServer));

    /// <summary>Finds the server that holds the home; null where none does, or it does not listen yet.</summary>
    public static RunningServer? Find(string folder)
    {
        if (!File.Exists(Path.Combine(folder, Lock)))
            return null;
        using (var free = FileLock.TryTake(Path.Combine(folder, Lock), shared: false))
            if (free is not null)
                return null;
        return PrivateFile.Read(Path.Combine(folder, Name)) is { } json
            ? JsonSerializer.Deserialize(json, WebJson.Default.RunningServer)
            : null;
    }

    public void Dispose()
    {
        File.Delete(Path.Combine(_folder, Name));
        File.Delete(Path.Combine(_folder, PageFile.Name));
        _lock.Dispose();
    }
}
