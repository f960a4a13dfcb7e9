using Yttl.Core.Processes;

namespace Yttl.Core.Specs.Sources.Files;

internal static class NamedPipe
{
    public static async Task CreateAsync(string path) =>
        (await new ProcessRunner().RunAsync(new ToolCall("mkfifo", [path], null), CancellationToken.None))
            .ExitCode.ShouldBe(0);
}
