using System.Diagnostics;
using Yttl.TestKit;

namespace Yttl.Cli.Specs.EndToEnd;

/// <summary>The program that needs .NET on its machine, where a part of it is missing.</summary>
public sealed class RuntimeSpecs
{
    [UnixFact]
    public async Task Without_the_runtime_of_the_web_server_it_is_named_with_where_to_get_it()
    {
        if (Environment.GetEnvironmentVariable("YTTL_TEST_PROGRAM") is { Length: > 0 })
            return; // The published program has its runtime in it.
        using var yttl = new YttlProcess();
        var root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", ".."));
        var partial = Directory.CreateDirectory(yttl.Folder.PathOf("dotnet/shared")).Parent!.FullName;
        // The host finds its frameworks beside the file that it is, not beside a link.
        File.Copy(Path.Combine(root, "dotnet"), Path.Combine(partial, "dotnet"));
        Directory.CreateSymbolicLink(Path.Combine(partial, "host"), Path.Combine(root, "host"));
        Directory.CreateSymbolicLink(
            Path.Combine(partial, "shared", "Microsoft.NETCore.App"), Path.Combine(root, "shared", "Microsoft.NETCore.App"));
        var start = new ProcessStartInfo(Path.Combine(partial, "dotnet"), ["exec", yttl.Program[^1], "--version"])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        };
        start.Environment.Clear();

        using var process = Process.Start(start)!;
        var ran = await YttlProcess.EndAsync(process);

        ran.ExitCode.ShouldNotBe(0);
        ran.Error.ShouldContain("Microsoft.AspNetCore.App");
        ran.Error.ShouldContain("https://aka.ms/dotnet");
    }
}
