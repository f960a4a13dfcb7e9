using System.Runtime.Versioning;
using Yttl.TestKit;

namespace Yttl.Cli.Specs.EndToEnd;

/// <summary>What a program that the built <c>yttl</c> runs finds around it: here, a yt-dlp that is a shell script.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class ToolSurroundingsSpecs : IDisposable
{
    private readonly YttlProcess _yttl = new();

    public void Dispose() => _yttl.Dispose();

    [UnixFact]
    public async Task It_gets_no_key_no_password_on_its_command_line_and_a_temporary_folder_that_goes()
    {
        string[] secret = ["OPENAI_API_KEY", "HF_TOKEN", "YTTL_LLM_API_KEY", "IDENTITY_ENDPOINT", "SOMETHING_ELSE"];
        foreach (var name in secret)
            _yttl.Environment[name] = "secret-value";
        _yttl.Environment["YTTL_PROXY"] = "http://me:secret-value@127.0.0.1:9";
        _yttl.Environment["LC_ALL"] = "C";

        await RunAsync();

        var variables = await File.ReadAllLinesAsync(_yttl.Folder.PathOf("variables"));
        variables.ShouldContain("LC_ALL=C");
        variables.ShouldContain(line => line.StartsWith("PATH=", StringComparison.Ordinal));
        variables.ShouldNotContain(line => line.Contains("secret-value", StringComparison.Ordinal));
        (await File.ReadAllTextAsync(_yttl.Folder.PathOf("arguments"))).ShouldNotContain("secret-value");
        var temporary = variables.Single(line => line.StartsWith("TMPDIR=", StringComparison.Ordinal))[7..];
        temporary.ShouldStartWith(_yttl.Folder.Path);
        Directory.Exists(temporary).ShouldBeFalse();
    }

    [UnixFact]
    public async Task In_a_container_it_has_no_privileges_and_gains_none()
    {
        if (!OperatingSystem.IsLinux() || !RealTools.OnPath("setpriv"))
            return;
        _yttl.Environment["DOTNET_RUNNING_IN_CONTAINER"] = "true";

        await RunAsync();

        var status = await File.ReadAllLinesAsync(_yttl.Folder.PathOf("status"));
        status.ShouldContain("NoNewPrivs:\t1");
        status.ShouldContain("CapEff:\t0000000000000000");
    }

    private async Task RunAsync()
    {
        var script = _yttl.Folder.Write("yt-dlp", $$"""
            #!/bin/sh
            [ "$1" = --version ] && echo 2026.01.01 && exit
            env > '{{_yttl.Folder.PathOf("variables")}}'
            echo "$@" > '{{_yttl.Folder.PathOf("arguments")}}'
            cat /proc/self/status > '{{_yttl.Folder.PathOf("status")}}' 2>/dev/null
            echo unpacked > "$TMPDIR/part"
            echo 'ERROR: [vimeo] 1: nothing here' >&2
            exit 1
            """);
        File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        _yttl.Environment["YTTL_YT_DLP"] = script;
        (await _yttl.RunAsync("transcript", "https://vimeo.com/76979871")).ExitCode.ShouldNotBe(0);
    }
}
