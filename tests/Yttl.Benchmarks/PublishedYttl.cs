using System.Runtime.InteropServices;
using Yttl.TestKit;

namespace Yttl.Benchmarks;

/// <summary>The <c>yttl</c> that a release has: one trimmed file, compiled ahead of time for this system.</summary>
internal static class PublishedYttl
{
    private static readonly Lazy<string> Published = new(Publish);

    /// <summary>Published when it is first asked for, once for all scenarios.</summary>
    /// <exception cref="InvalidOperationException">It could not be published.</exception>
    public static string Path => Published.Value;

    private static string Publish()
    {
        var to = System.IO.Path.Combine(AppContext.BaseDirectory, "published");
        MeasuredYttl.Run(
            "dotnet",
            AppContext.BaseDirectory,
            [
                "publish", Repository.PathOf("src/Yttl.Cli/Yttl.Cli.csproj"), "-c", "Release",
                "-r", RuntimeInformation.RuntimeIdentifier, "-o", to, "-nologo", "-v", "quiet",
            ]);
        return System.IO.Path.Combine(to, System.IO.Path.GetFileName(BuiltYttl.Path));
    }
}
