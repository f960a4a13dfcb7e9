namespace Yttl.Benchmarks;

/// <summary>The <c>yttl</c> that was built with these benchmarks.</summary>
internal static class BuiltYttl
{
    public static string Path { get; } =
        System.IO.Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "yttl.exe" : "yttl");
}
