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
    public void Many_share_a_lock_that_none_holds_exclusively()
    {
        using var one = FileLock.TryTake(Path, shared: true);
        using var other = FileLock.TryTake(Path, shared: true);

        other.ShouldNotBeNull();
        FileLock.TryTake(Path, shared: false).ShouldBeNull();
    }

    [Fact]
    public async Task A_temporary_lock_is_one_owners_and_its_file_is_deleted_with_it()
    {
        var first = await FileLock.TakeTemporaryAsync(Path, _time, default);
        var second = FileLock.TakeTemporaryAsync(Path, _time, default);
        await _time.PendingAsync(FileLock.Poll);
        second.IsCompleted.ShouldBeFalse();

        await first.DisposeAsync();
        File.Exists(Path).ShouldBeFalse();
        _time.Advance(FileLock.Poll);

        await using (await second)
            FileLock.TryTake(Path, shared: false).ShouldBeNull();
        Directory.EnumerateFiles(System.IO.Path.GetDirectoryName(Path)!).Select(System.IO.Path.GetFileName).ShouldBe([".lock"]);
    }

    [Fact]
    public async Task A_temporary_lock_that_many_want_has_one_owner_at_a_time()
    {
        var owners = 0;

        var peaks = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            var peak = 0;
            for (var i = 0; i < 4; i++)
                await using (await FileLock.TakeTemporaryAsync(Path, TimeProvider.System, default))
                {
                    peak = Math.Max(peak, Interlocked.Increment(ref owners));
                    await Task.Yield();
                    Interlocked.Decrement(ref owners);
                }

            return peak;
        })));

        peaks.Max().ShouldBe(1);
        File.Exists(Path).ShouldBeFalse();
    }

    /// <summary>A socket cannot be opened, now or later.</summary>
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
