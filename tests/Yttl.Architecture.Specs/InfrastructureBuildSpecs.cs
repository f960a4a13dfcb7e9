using System.Diagnostics;
using Yttl.TestKit;

namespace Yttl.Architecture.Specs;

/// <summary>Where there is a bicep compiler it has the last word, warnings and linter included.</summary>
public sealed class InfrastructureBuildSpecs
{
    [BicepFact]
    public async Task The_whole_compiles_without_a_warning() => await CompilesAsync("infra/main.bicep");

    [BicepFact]
    public async Task What_the_images_need_compiles_without_a_warning() => await CompilesAsync("infra/images.bicep");

    private static async Task CompilesAsync(string file)
    {
        using var bicep = Process.Start(new ProcessStartInfo("bicep", ["build", Repository.PathOf(file), "--stdout"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var template = bicep.StandardOutput.ReadToEndAsync();
        var problems = await bicep.StandardError.ReadToEndAsync();
        await bicep.WaitForExitAsync();

        problems.ShouldBeEmpty();
        bicep.ExitCode.ShouldBe(0);
        (await template).ShouldContain("\"$schema\"");
    }
}
