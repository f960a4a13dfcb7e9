using System.Diagnostics;
using System.Text.RegularExpressions;
using Yttl.TestKit;

namespace Yttl.Architecture.Specs;

/// <summary>What workflow code must not touch is a build error there: shown by building code that touches it.</summary>
public sealed partial class BannedSymbolSpecs
{
    private static readonly string[] Forbidden =
    [
        "_ = System.Guid.NewGuid();",
        "_ = System.DateTime.UtcNow;",
        "_ = System.DateTimeOffset.UtcNow;",
        "_ = System.TimeProvider.System;",
        "await System.Threading.Tasks.Task.Delay(1);",
        "await System.Threading.Tasks.Task.Delay(System.TimeSpan.Zero);",
        "await System.Threading.Tasks.Task.Run(() => { });",
        "await System.Threading.Tasks.Task.CompletedTask.ConfigureAwait(false);",
        "_ = await System.Threading.Tasks.Task.FromResult(1).ConfigureAwait(false);",
        "_ = System.Random.Shared.Next();",
        "_ = System.IO.File.Exists(string.Empty);",
        "_ = System.Environment.TickCount64;",
        "_ = new System.Net.Http.HttpClient();",
        "_ = System.Diagnostics.Stopwatch.GetTimestamp();",
        "System.Threading.Thread.Sleep(1);",
    ];

    [Fact]
    public void Each_forbidden_call_is_a_build_error_in_the_workflows_project()
    {
        using var folder = new TempFolder();
        var project = File.ReadAllText(Repository.PathOf("src/Yttl.Workflows/Yttl.Workflows.csproj"))
            .Replace("../Yttl.Core", Repository.PathOf("src/Yttl.Core"), StringComparison.Ordinal);
        folder.Write("Yttl.Workflows.csproj", WithoutProjectReferences(project));
        foreach (var name in new[] { "Directory.Build.props", "Directory.Packages.props", ".editorconfig", "global.json" })
            folder.Write(name, File.ReadAllText(Repository.PathOf(name)));
        folder.Write("BannedSymbols.txt", File.ReadAllText(Repository.PathOf("src/Yttl.Workflows/BannedSymbols.txt")));
        folder.Write("Forbidden.cs", Program());

        var output = Build(folder.Path);

        var rejected = BannedSymbolError().Matches(output).Select(match => int.Parse(match.Groups[1].Value, null)).ToHashSet();
        Forbidden.Where((_, index) => !rejected.Contains(FirstLine + index)).ShouldBeEmpty(output);
    }

    private const int FirstLine = 7;

    private static string Program() => $$"""
        namespace Yttl.Workflows;

        internal static class Forbidden
        {
            public static async System.Threading.Tasks.Task RunAsync()
            {
        {{string.Join('\n', Forbidden.Select(line => "        " + line))}}
            }
        }
        """;

    private static string WithoutProjectReferences(string project) => ProjectReference().Replace(project, "");

    private static string Build(string folder)
    {
        var start = new ProcessStartInfo("dotnet", ["build", "--nologo", "-nodeReuse:false"])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.ShouldNotBe(0, output);
        return output;
    }

    [GeneratedRegex(@"Forbidden\.cs\((\d+),\d+\): error RS0030")]
    private static partial Regex BannedSymbolError();

    [GeneratedRegex("<ProjectReference[^>]*/>")]
    private static partial Regex ProjectReference();
}
