namespace Yttl.TestKit;

/// <summary>A spec that looks at a page in a real browser; it is skipped, with the reason, where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ChromiumFactAttribute : Xunit.FactAttribute
{
    public ChromiumFactAttribute()
    {
        if (Path is null)
            Skip = "needs Chromium: apt install chromium, or set YTTL_CHROMIUM to its path";
    }

    /// <summary>Null where there is none.</summary>
    public static string? Path { get; } =
        new[] { Environment.GetEnvironmentVariable("YTTL_CHROMIUM"),
            "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }
            .FirstOrDefault(File.Exists);
}
