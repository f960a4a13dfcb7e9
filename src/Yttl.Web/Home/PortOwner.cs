using System.Globalization;
using Yttl.Core.Http;

namespace Yttl.Web.Home;

/// <summary>Finds which process listens on a port of this machine, where <c>/proc</c> tells (Linux, own processes).</summary>
internal static class PortOwner
{
    /// <summary>The state of a socket that listens: https://www.kernel.org/doc/html/latest/networking/proc_net_tcp.html</summary>
    private const string Listening = "0A";

    /// <summary>What a server of this program calls itself.</summary>
    public const string ServerHeader = "yttl";

    private static readonly string[] Tables = ["/proc/net/tcp", "/proc/net/tcp6"];

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <returns>Such as <c>nginx (process 812)</c>, or <c>another program</c> where nothing says which.</returns>
    public static async Task<string> DescribeAsync(int port, CancellationToken cancellationToken) =>
        await IsServerAsync(port, cancellationToken)
            ? string.Create(CultureInfo.InvariantCulture, $"'yttl serve' of another home, at http://127.0.0.1:{port}/")
            : Find(port) ?? "another program";

    private static async Task<bool> IsServerAsync(int port, CancellationToken cancellationToken)
    {
        using var http = HttpClients.Create(configure: handler => handler.UseProxy = false);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            using var answer = await http.GetAsync(
                new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/")),
                HttpCompletionOption.ResponseHeadersRead,
                patience.Token);
            return answer.Headers.Server.ToString() == ServerHeader;
        }
        catch (Exception e) when (e is HttpRequestException or IOException
            || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return false;
        }
    }

    /// <returns>Such as <c>nginx (process 812)</c>; null where it is not known.</returns>
    private static string? Find(int port)
    {
        try
        {
            var sockets = Tables.Where(File.Exists).SelectMany(File.ReadLines)
                .Select(line => InodeOf(line, port)).OfType<string>().Select(inode => $"socket:[{inode}]").ToHashSet();
            return sockets.Count is 0 ? null : Directory.EnumerateDirectories("/proc").Select(folder => Name(folder, sockets))
                .FirstOrDefault(name => name is not null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static string? InodeOf(string line, int port)
    {
        const int Local = 1, State = 3, Inode = 9;
        var columns = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return columns.Length > Inode && columns[State] == Listening
            && columns[Local].EndsWith(string.Create(CultureInfo.InvariantCulture, $":{port:X4}"), StringComparison.Ordinal)
                ? columns[Inode]
                : null;
    }

    private static string? Name(string folder, HashSet<string> sockets)
    {
        if (!int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var process))
            return null;
        try
        {
            return Directory.EnumerateFileSystemEntries(Path.Combine(folder, "fd"))
                .Any(file => File.ResolveLinkTarget(file, returnFinalTarget: false)?.Name is { } target && sockets.Contains(target))
                    ? $"{File.ReadAllText(Path.Combine(folder, "comm")).Trim()} (process {process})"
                    : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It has ended, or belongs to another user.
            return null;
        }
    }
}
