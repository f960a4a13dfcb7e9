using System.Globalization;
using Yttl.Core.Failures;

namespace Yttl.Core.ModelServers;

/// <summary>Failures of model servers.</summary>
internal static class ServerFailures
{
    private const int KillSignal = 9;
    private const int LongestTail = 400;

    private static string SmallerModel =>
        $"choose a smaller model, fewer workers, or raise {SettingName.For("memory_limit_mb")}";

    /// <summary>The server exited before it was ready; a repetition would fail as well.</summary>
    public static YttlException NotStarted(ServerProgram program, int exitCode, string tail) =>
        WasKilled(exitCode)
            ? Killed(program, "while it loaded")
            : new(
                FailureCategory.Processing,
                "server.start",
                $"{program.Tool} could not serve {program.Model} and ended with {Ending(exitCode)}{LastWords(tail)}");

    public static YttlException NotReady(ServerProgram program, string tail) => new(
        FailureCategory.Processing,
        "server.start",
        string.Create(
            CultureInfo.InvariantCulture,
            $"{program.Tool} was not ready with {program.Model} within "
                + $"{program.StartupTimeout.TotalSeconds:0} s and was stopped{LastWords(tail)}"));

    /// <param name="mayRepeat">False once it has died so often that a repetition would fail as well.</param>
    public static YttlException Crashed(ServerProgram program, int exitCode, string tail, bool mayRepeat) =>
        WasKilled(exitCode)
            ? Killed(program, "during a call")
            : new(
                FailureCategory.Processing,
                "server.crashed",
                $"{program.Tool} died with {Ending(exitCode)} while it served {program.Model}{LastWords(tail)}",
                transient: mayRepeat);

    public static YttlException Hung(ServerProgram program, bool mayRepeat) => new(
        FailureCategory.Processing,
        "server.crashed",
        $"{program.Tool} no longer answered while it served {program.Model}, and was stopped",
        transient: mayRepeat);

    public static YttlException OverLimit(ServerProgram program, long bytes, long limit) => new(
        FailureCategory.Memory,
        "server.memory",
        $"{program.Tool} with {program.Model} was stopped: the servers used {Megabytes(bytes)} of the allowed "
            + $"{Megabytes(limit)}; {SmallerModel}");

    public static YttlException ShortOfMemory(ServerProgram program, long available) => new(
        FailureCategory.Memory,
        "server.memory",
        $"{program.Tool} with {program.Model} was stopped: only {Megabytes(available)} of memory were left on this "
            + $"machine; {SmallerModel}");

    private static YttlException Killed(ServerProgram program, string when) => new(
        FailureCategory.Memory,
        "server.memory",
        $"{program.Tool} with {program.Model} was killed {when}, most likely for lack of memory; {SmallerModel}");

    private static bool WasKilled(int exitCode) => !OperatingSystem.IsWindows() && exitCode == 128 + KillSignal;

    private static string Ending(int exitCode) =>
        exitCode > 128 && !OperatingSystem.IsWindows()
            ? string.Create(CultureInfo.InvariantCulture, $"signal {exitCode - 128}")
            : string.Create(CultureInfo.InvariantCulture, $"exit code {exitCode}");

    private static string LastWords(string tail)
    {
        var words = string.Join(
            " / ", tail.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).TakeLast(3));
        return words.Length == 0 ? ""
            : words.Length > LongestTail ? ": …" + words[^LongestTail..]
            : ": " + words;
    }

    private static string Megabytes(long bytes) =>
        string.Create(CultureInfo.InvariantCulture, $"{bytes / (1024.0 * 1024):0} MB");
}
