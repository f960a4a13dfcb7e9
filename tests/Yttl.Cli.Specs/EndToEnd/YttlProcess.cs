using System.Diagnostics;
using Yttl.Cli.Specs.CommandLines;
using Yttl.TestKit;

namespace Yttl.Cli.Specs.EndToEnd;

/// <summary>
/// The built <c>yttl</c>, run as users run it: in a folder of its own, with no key and no configuration of ours. With
/// <c>YTTL_TEST_PROGRAM</c> it is that published one.
/// </summary>
internal sealed class YttlProcess : IDisposable
{
    private static readonly string[] BuiltOrPublished =
        System.Environment.GetEnvironmentVariable("YTTL_TEST_PROGRAM") is { Length: > 0 } published
            ? [Path.GetFullPath(published)]
            : [DotNet(), "exec", Find()];

    /// <summary>A program that takes longer hangs. The slowest, which recognises an hour of speech, has work for a minute.</summary>
    private static readonly TimeSpan Longest = 2 * Eventually.Timeout;

    private readonly TempFolder _folder = new();

    public YttlProcess() => Environment = new Dictionary<string, string>
    {
        ["PATH"] = System.Environment.GetEnvironmentVariable("PATH") ?? "",
        ["HOME"] = _folder.Path,
        ["DOTNET_NOLOGO"] = "1",
    };

    public Dictionary<string, string> Environment { get; }

    /// <summary>The command of the program.</summary>
    public string[] Program { get; } = BuiltOrPublished;

    /// <summary>Where it runs; also the user's home.</summary>
    public TempFolder Folder => _folder;

    /// <summary>Gives it a yt-dlp that answers as told.</summary>
    public void Uses(FakeYtDlp ytDlp) => Environment["YTTL_YT_DLP"] = ytDlp.Program;

    public async Task<Ran> RunAsync(params string[] arguments)
    {
        using var process = Start(arguments);
        process.StandardInput.Close();
        var ran = await EndAsync(process);
        ReportSchema.ShouldHoldIn(_folder.Path);
        return ran;
    }

    public Process Start(params string[] arguments) => Start([], arguments);

    /// <param name="shell">What runs the program; it gets the program's command behind its own arguments.</param>
    public Process Start(string[] shell, params string[] arguments)
    {
        string[] command = [.. shell, .. SignalsAsInAShell(), .. Program, .. arguments];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = _folder.Path,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        foreach (var (name, value) in Environment)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    public static async Task<Ran> EndAsync(Process process)
    {
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        try
        {
            await process.WaitForExitAsync().WaitAsync(Longest);
        }
        catch (TimeoutException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        return new Ran(
            process.ExitCode, (await output).ReplaceLineEndings("\n"), (await error).ReplaceLineEndings("\n"));
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>
    /// The specs lie in <c>tests/PROJECT/bin/CONFIGURATION/FRAMEWORK/</c>, and the program beside in <c>src/</c>.
    /// </summary>
    private static string Find()
    {
        var here = new DirectoryInfo(AppContext.BaseDirectory);
        var root = here.Parent!.Parent!.Parent!.Parent!.Parent!.FullName;
        return Path.Combine(root, "src", "Yttl.Cli", "bin", here.Parent.Name, here.Name, "yttl.dll");
    }

    /// <summary>What a job in the background inherits ignores SIGINT, and so would every program below it.</summary>
    private static string[] SignalsAsInAShell() => OperatingSystem.IsLinux() ? ["env", "--default-signal=INT"] : [];

    private static string DotNet() => System.Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
}
