using Yttl.TestKit;
using Yttl.Whisper.Http;

namespace Yttl.Whisper.Specs.Http;

public sealed class SpoolFolderSpecs : IDisposable
{
    private readonly TempFolder _parent = new();

    public void Dispose() => _parent.Dispose();

    [UnixFact]
    public void Uploads_are_for_the_servers_user_only()
    {
        using var spool = new SpoolFolder(_parent.Path);

#pragma warning disable CA1416 // A Unix spec.
        File.GetUnixFileMode(Path.GetDirectoryName(spool.Upload)!)
            .ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
#pragma warning restore CA1416
    }

    [Fact]
    public void What_a_killed_server_left_is_swept_away_after_a_day_and_nothing_else_is()
    {
        using var spool = new SpoolFolder(_parent.Path);
        var other = Directory.CreateDirectory(_parent.PathOf("other")).FullName;
        File.WriteAllText(spool.Upload, "left");
        var now = new DateTimeOffset(Directory.GetLastWriteTimeUtc(Path.GetDirectoryName(spool.Upload)!));

        SpoolFolder.Sweep(_parent.Path, now + TimeSpan.FromHours(23));
        File.Exists(spool.Upload).ShouldBeTrue();
        SpoolFolder.Sweep(_parent.Path, now + TimeSpan.FromHours(25));

        Directory.GetDirectories(_parent.Path).ShouldBe([other]);
        Directory.CreateDirectory(Path.GetDirectoryName(spool.Upload)!);
    }
}
