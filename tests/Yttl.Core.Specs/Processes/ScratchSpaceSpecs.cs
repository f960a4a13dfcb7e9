using Yttl.Core.Processes;
using Yttl.TestKit;

namespace Yttl.Core.Specs.Processes;

public sealed class ScratchSpaceSpecs : IDisposable
{
    private readonly TempFolder _root = new();

    public void Dispose() => _root.Dispose();

    [Fact]
    public void Nothing_is_made_before_it_is_used_and_nothing_is_left_after()
    {
        var root = _root.PathOf("scratch");
        using (var scratch = new ScratchSpace(root))
        {
            Directory.Exists(root).ShouldBeFalse();
            File.WriteAllText(scratch.NewPath(".pcm"), "x");
            using (var folder = scratch.NewFolder())
                File.WriteAllText(Path.Combine(folder.Path, "a"), "x");
            Directory.GetDirectories(root).SelectMany(Directory.GetDirectories).ShouldBeEmpty();
        }

        Directory.EnumerateFileSystemEntries(root).ShouldBeEmpty();
    }

    [Fact]
    public void What_a_killed_process_left_is_swept_and_what_a_running_one_has_is_not()
    {
        using var running = new ScratchSpace(_root.Path);
        var kept = running.NewPath(".pcm");
        File.WriteAllText(kept, "x");
        // Its lock is free.
        _root.Write("killed.lock", "");
        Directory.CreateDirectory(_root.PathOf("killed/_MEI123"));
        _root.Write("killed/_MEI123/a", "x");

        new ScratchSpace(_root.Path).Sweep();

        File.Exists(kept).ShouldBeTrue();
        Directory.EnumerateFileSystemEntries(_root.Path).Count().ShouldBe(2);
    }
}
