#pragma warning disable CA1416 // Unix specs.
using System.Diagnostics;
using Yttl.TestKit;

namespace Yttl.Functions.Specs.Launching;

/// <summary><c>./yttl-azure</c>, with fakes of the programs that it runs.</summary>
public sealed class LauncherSpecs : IDisposable
{
    private const string Func = LaunchFolder.Output + "/func";

    private readonly LaunchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [UnixFact]
    public async Task It_builds_the_app_and_becomes_func_in_its_output()
    {
        _folder.Store("AccountName=somewhere;EndpointSuffix=core.windows.net");

        var ran = await _folder.RunAsync("--port", "7072");

        ran.ExitCode.ShouldBe(7, ran.Error);
        _folder.Call("dotnet").ShouldNotBeNull().ShouldStartWith("build src/Yttl.Functions -c Release ");
        _folder.Call(Func).ShouldBe("start --port 7072");
        _folder.Call("azurite").ShouldBeNull();
    }

    [UnixFact]
    public async Task Settings_are_made_once_from_the_sample_for_their_owner_alone()
    {
        var settings = _folder.PathOf(LaunchFolder.Settings);
        _folder.Program("dotnet", "exit 1");

        await _folder.RunAsync();

        File.GetUnixFileMode(settings).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.ReadAllText(settings).ShouldBe(File.ReadAllText(Repository.PathOf("local.settings.sample.json")));
        _folder.Store("");
        var kept = File.ReadAllText(settings);
        await _folder.RunAsync();
        File.ReadAllText(settings).ShouldBe(kept);
    }

    [UnixFact]
    public async Task Without_Core_Tools_it_says_how_to_get_them_and_does_nothing()
    {
        File.Delete(_folder.PathOf("bin/func"));

        var ran = await _folder.RunAsync();

        ran.ExitCode.ShouldBe(1);
        ran.Error.Split('\n').ShouldContain("  npm install --global azure-functions-core-tools@4");
        _folder.Call("dotnet").ShouldBeNull();
        File.Exists(_folder.PathOf(LaunchFolder.Settings)).ShouldBeFalse();
    }

    [UnixFact]
    public async Task A_failed_build_is_shown_and_starts_nothing()
    {
        _folder.Store(_folder.AzuriteConnection);
        _folder.Program("dotnet", "echo 'error CS0103: nothing of that name'; exit 1");

        var ran = await _folder.RunAsync();

        ran.ExitCode.ShouldBe(1);
        ran.Error.ShouldContain("error CS0103: nothing of that name");
        _folder.Call("azurite").ShouldBeNull();
    }

    [UnixFact]
    public async Task Azurite_runs_as_long_as_func_however_that_ends()
    {
        _folder.Store(_folder.AzuriteConnection);
        _folder.Program("func", "exec sleep 1000");
        foreach (var signal in new[] { "-INT", "-TERM", "-KILL" })
        {
            using var process = _folder.Start();
            await Eventually.HoldsAsync(() => _folder.Call(Func) is not null || process.HasExited);
            LaunchFolder.Listens(_folder.Ports[2]).ShouldBeTrue(signal);

            using (var kill = Process.Start("kill", [signal, $"{process.Id}"]))
                await kill.WaitForExitAsync();

            await LaunchFolder.EndAsync(process);
            await Eventually.HoldsAsync(() => !_folder.Ports.Any(LaunchFolder.Listens));
            File.Delete(_folder.PathOf($"{Func}.called"));
        }

        var call = _folder.Call("azurite").ShouldNotBeNull();
        call.ShouldContain("--skipApiVersionCheck");
        call.ShouldContain("--disableTelemetry");
        call.ShouldContain("--location .azurite ");
    }

    [UnixFact]
    public async Task Azurite_ends_where_func_fails()
    {
        _folder.Store(_folder.AzuriteConnection);

        var ran = await _folder.RunAsync();

        ran.ExitCode.ShouldBe(7, ran.Error);
        _folder.Call("azurite").ShouldNotBeNull();
        await Eventually.HoldsAsync(() => !_folder.Ports.Any(LaunchFolder.Listens));
    }

    [UnixFact]
    public async Task An_Azurite_that_cannot_start_is_shown_and_func_is_not_started()
    {
        _folder.Store(_folder.AzuriteConnection);
        _folder.Program("azurite", "echo 'no room on the disk'; exit 1");

        var ran = await _folder.RunAsync();

        ran.ExitCode.ShouldBe(1);
        ran.Error.ShouldContain("no room on the disk");
        _folder.Call(Func).ShouldBeNull();
    }

    [UnixFact]
    public async Task An_Azurite_that_runs_already_is_used_and_stays()
    {
        _folder.Store(_folder.AzuriteConnection);
        foreach (var port in _folder.Ports)
            _folder.Take(port);

        var ran = await _folder.RunAsync();

        ran.ExitCode.ShouldBe(7, ran.Error);
        _folder.Call("azurite").ShouldBeNull();
    }

    [UnixFact]
    public async Task A_port_that_another_program_has_is_named()
    {
        _folder.Store(_folder.AzuriteConnection);
        _folder.Take(_folder.Ports[1]);

        var ran = await _folder.RunAsync();

        ran.ExitCode.ShouldBe(1);
        // Between the choice of the ports and this, a program of this machine may have taken another of them.
        ran.Error.ShouldMatch($@"another program listens on (\d+ )?{_folder.Ports[1]}( \d+)?\n");
        _folder.Call(Func).ShouldBeNull();
    }
}
