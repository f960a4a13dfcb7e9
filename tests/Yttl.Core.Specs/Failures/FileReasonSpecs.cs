using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using Yttl.Core.Failures;
using Yttl.TestKit;

namespace Yttl.Core.Specs.Failures;

public sealed class FileReasonSpecs : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_the_system_says_is_said_in_our_words()
    {
        var file = _folder.Write("file", "text");

        Of(() => File.OpenRead(_folder.PathOf("none"))).ShouldBe("no such file");
        Of(() => File.OpenRead(_folder.PathOf("none/none"))).ShouldBe("no such folder");
        Of(() => File.OpenRead(_folder.Path), _folder.Path).ShouldBe("it is a folder");
        Of(() => Directory.CreateDirectory(file)).ShouldBe("there is a file of that name");
        Of(() => Directory.CreateDirectory(Path.Combine(file, "below"))).ShouldBe("no such folder");
        Of(() => throw new IOException("Not a directory : '/x'", 20)).ShouldBe("a part of its path is a file and no folder");
        Of(() => File.OpenRead(_folder.PathOf(new string('x', 5000)))).ShouldBe("its path is too long");
        Of(() => throw new UnauthorizedAccessException("Access to the path '/x' is denied.")).ShouldBe("permission denied");
        Of(() => throw new IOException("No space left on device : '/x'", 28)).ShouldBe("the disk is full");
        Of(() => throw new IOException("Read-only file system : '/x'", 30)).ShouldBe("its disk is read-only");
        Of(() => throw new IOException("Stale file handle : '/x'", 116)).ShouldBe("stale file handle");
        Of(() => throw new IOException("it is a pipe and no file")).ShouldBe("it is a pipe and no file");
        Of(() => JsonDocument.Parse("{\n  3")).ShouldBe("its JSON is wrong in line 2");
    }

    [Fact]
    public void A_program_that_does_not_start_is_told_in_them_too()
    {
        Of(() => Process.Start(_folder.PathOf("none"))).ShouldBe("no such file");
        Of(() => Process.Start(_folder.Write("text", "no program"))).ShouldBe("permission denied");
        Of(() => throw new Win32Exception(8)).ShouldNotContain("rocess");
    }

    [Fact]
    public void Where_the_file_is_not_named_otherwise_its_path_stands_before_the_reason()
    {
        FileReason.FormatWithPath(new UnauthorizedAccessException("Access to the path '/x/y z' is denied."))
            .ShouldBe("/x/y z: permission denied");
        FileReason.FormatWithPath(new InvalidOperationException("It's a bug, isn't it.")).ShouldBe("it's a bug, isn't it");
    }

    [Theory]
    [InlineData("none.vtt", "file.missing", "no such file: {0} (a hint)")]
    [InlineData("none/none.vtt", "file.missing", "no such file: {0} (a hint)")]
    [InlineData(".", "file.directory", "{0} is a folder: give a file in it")]
    public void A_file_of_the_users_that_cannot_be_read_is_named(string name, string code, string message)
    {
        var path = _folder.PathOf(name);

        var failure = FileReason.Unreadable(path, Should.Throw<Exception>(() => File.OpenRead(path)), " (a hint)").Failure;

        failure.ShouldBe(new Failure(FailureCategory.Input, code, message.Replace("{0}", path, StringComparison.Ordinal)));
    }

    private static string Of(Action use, string? path = null) => FileReason.Format(Should.Throw<Exception>(use), path);
}
