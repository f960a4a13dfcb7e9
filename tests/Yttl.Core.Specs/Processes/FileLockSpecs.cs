using System.Net.Sockets;
using Yttl.Core.Processes;
using Yttl.TestKit;

namespace Yttl.Core.Specs.Processes;

public sealed class FileLockSpecs : IDisposable
{
    private readonly ManualTime _time = new();
    private readonly TempFolder _folder = new();

    private string Path => System.IO.Path.Combine(_folder.Path, "deep", "a.lock");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Who_comes_second_waits_until_the_first_gives_it_back()
    {
        var first = await FileLock.TakeAsync(Path, _time, default);
        var second = FileLock.TakeAsync(Path, _time, default);
        await _time.PendingAsync(FileLock.Poll);

        first.Dispose();
        _time.Advance(FileLock.Poll);

        (await second).Dispose();
    }

    [Fact]
    public void Many_share_a_lock_that_nobody_has_alone()
    {
        using var one = FileLock.TryTake(Path, shared: true);
        using var other = FileLock.TryTake(Path, shared: true);

        other.ShouldNotBeNull();
        FileLock.TryTake(Path, shared: false).ShouldBeNull();
    }

    /// <summary>A socket can be opened by nobody, and never will be.</summary>
    [UnixFact]
    public async Task What_can_never_be_a_lock_is_not_waited_for()
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(Path));

        var taking = FileLock.TakeAsync(Path, _time, default);

        taking.IsCompleted.ShouldBeTrue();
        await Should.ThrowAsync<IOException>(() => taking);
    }
}
