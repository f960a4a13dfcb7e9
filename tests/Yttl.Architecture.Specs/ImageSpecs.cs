using System.Text.RegularExpressions;
using Yttl.Architecture.Specs.BuildContexts;
using Yttl.TestKit;

namespace Yttl.Architecture.Specs;

/// <summary>What a build of the images would stumble over, without one.</summary>
public sealed partial class ImageSpecs
{
    [Fact]
    public void Everything_that_is_copied_into_an_image_is_there()
    {
        var copied = Dockerfiles().SelectMany(file => CopyLine().Matches(File.ReadAllText(file))
            .SelectMany(match => match.Groups["sources"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries))).ToList();

        copied.ShouldNotBeEmpty();
        copied.Where(path => !Path.Exists(Repository.PathOf(path))).ShouldBeEmpty();
        copied.Where(DockerIgnore.OfTheCheckout().KeepsOutOfDocker).ShouldBeEmpty();
        copied.Where(DockerIgnore.OfTheCheckout().KeepsOutOfAcr).ShouldBeEmpty();
    }

    [Fact]
    public void Every_base_is_pinned_to_a_version() =>
        Dockerfiles().SelectMany(file => FromLine().Matches(File.ReadAllText(file)).Select(match => match.Groups["image"].Value))
            .Where(image => !image.StartsWith("${", StringComparison.Ordinal) && !Version().IsMatch(image)).ShouldBeEmpty();

    [Fact]
    public void The_speech_server_listens_beyond_loopback_without_root_and_reports_its_health()
    {
        foreach (var file in Dockerfiles().Where(path => path.Contains("Yttl.Whisper", StringComparison.Ordinal)))
        {
            var text = File.ReadAllText(file);
            text.ShouldMatch(@"(?m)^USER (\$APP_UID|1654)$", file);
            text.ShouldMatch("(?m)^HEALTHCHECK ", file);
        }
    }

    private static IEnumerable<string> Dockerfiles() =>
        new[] { "src", "infra" }.SelectMany(folder => Directory.EnumerateFiles(
                Repository.PathOf(folder), "*Dockerfile*", SearchOption.AllDirectories))
            .Where(path => !path.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"));

    [GeneratedRegex(@"^COPY (?!--from)(?<sources>.+) \S+$", RegexOptions.Multiline)]
    private static partial Regex CopyLine();

    [GeneratedRegex(@"^FROM (?<image>\S+)", RegexOptions.Multiline)]
    private static partial Regex FromLine();

    [GeneratedRegex(@":[^:/]*\d")]
    private static partial Regex Version();
}
