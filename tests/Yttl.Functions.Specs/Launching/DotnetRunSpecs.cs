#pragma warning disable CA1416 // Unix specs.
using System.Diagnostics;
using Yttl.TestKit;

namespace Yttl.Functions.Specs.Launching;

/// <summary><c>dotnet run</c> of the app from the root of the checkout, with a fake <c>func</c> on PATH.</summary>
public sealed class DotnetRunSpecs
{
    [UnixFact]
    public async Task Dotnet_run_starts_func_where_the_build_left_the_app()
    {
        var here = new DirectoryInfo(AppContext.BaseDirectory);
        using var folder = new TempFolder();
        var func = folder.Write("func", $"""
            #!/bin/sh
            [ "$1" != --version ] || exit 0
            pwd >'{folder.Path}/where'
            echo "$*" >'{folder.Path}/how'

            """);
        File.SetUnixFileMode(func, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        var start = new ProcessStartInfo(
            Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
            ["run", "--project", "src/Yttl.Functions", "--no-build", "-c", here.Parent!.Name, "--", "--port", "7072"])
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // Those of the build that runs these specs are not those of a user's terminal.
        foreach (var name in start.Environment.Keys.ToList())
            if (name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase))
                start.Environment.Remove(name);
        start.Environment["PATH"] = folder.Path + Path.PathSeparator + start.Environment["PATH"];

        using var process = Process.Start(start)!;
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync())
            .WaitAsync(Eventually.Timeout);
        await process.WaitForExitAsync();

        process.ExitCode.ShouldBe(0, string.Concat(said));
        File.ReadAllText(folder.PathOf("how")).ShouldBe("start --port 7072\n");
        var where = File.ReadAllText(folder.PathOf("where")).Trim();
        where.ShouldEndWith(Path.Combine("src", "Yttl.Functions", "bin", here.Parent.Name, here.Name));
        foreach (var file in new[] { "host.json", "functions.metadata", "worker.config.json" })
            File.Exists(Path.Combine(where, file)).ShouldBeTrue(file);
    }
}
