using System.Diagnostics;
using Yttl.TestKit;

namespace Yttl.Architecture.Specs.BuildContexts;

/// <summary>Settings and secrets that lie in a checkout get neither into git nor into an image.</summary>
public sealed class SecretFileSpecs : IDisposable
{
    private static readonly string[] Secrets =
    [
        .. from folder in new[] { "", "src/Yttl.Functions/" }
           from file in new[]
           {
               "local.settings.json", "local.settings.json.bak", ".env", ".env.local", ".azure/yttl/.env", ".azure/config.json",
               ".azurite/azurite.log", "__azurite_db_table__.json", "__blobstorage__/1", "Yttl.Functions.csproj.user",
               "secrets/host.json", "secrets.json", "cookies.txt", "www.youtube.com_cookies.txt", "server.pem", "server.key",
               "app.pfx", "TestResults/Yttl.trx", "bin/Release/net10.0/local.settings.json", "obj/project.assets.json",
           }
           select folder + file,
        ".yttl/azure/bin/Yttl.Functions/release/local.settings.json",
        "summaries/talk.html",
    ];

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [GitFact]
    public void Git_offers_no_settings_or_secrets_to_add()
    {
        string[] sources = ["local.settings.sample.json", "src/Yttl.Functions/Program.cs"];
        foreach (var file in Secrets.Concat(sources))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_folder.PathOf(file))!);
            _folder.Write(file, "");
        }

        File.Copy(Repository.PathOf(".gitignore"), _folder.PathOf(".gitignore"));
        Git(_folder.Path, "init", "--quiet");

        Git(_folder.Path, "ls-files", "--others", "--exclude-standard").ShouldBe([".gitignore", .. sources]);
    }

    [GitFact]
    public void Git_ignores_nothing_that_it_tracks() =>
        Git(Repository.Root, "ls-files", "--cached", "--ignored", "--exclude-standard").ShouldBeEmpty();

    [Fact]
    public void No_settings_or_secrets_go_into_an_image()
    {
        var rules = DockerIgnore.OfTheCheckout();

        Secrets.Where(file => !rules.KeepsOutOfDocker(file)).ShouldBeEmpty("docker build");
        Secrets.Where(file => !rules.KeepsOutOfAcr(file)).ShouldBeEmpty("az acr build");
    }

    [GitFact]
    public void Every_source_that_git_tracks_may_go_into_an_image()
    {
        var rules = DockerIgnore.OfTheCheckout();
        var sources = Git(Repository.Root, "ls-files", "--", "src");

        sources.ShouldNotBeEmpty();
        sources.Where(rules.KeepsOutOfDocker).ShouldBeEmpty("docker build");
        sources.Where(rules.KeepsOutOfAcr).ShouldBeEmpty("az acr build");
    }

    private static string[] Git(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("git", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true };
        // Without what the user's own configuration ignores.
        start.Environment["GIT_CONFIG_GLOBAL"] = "/dev/null";
        start.Environment["GIT_CONFIG_NOSYSTEM"] = "1";
        using var git = Process.Start(start)!;
        var lines = git.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        git.WaitForExit();
        git.ExitCode.ShouldBe(0);
        return lines;
    }
}
