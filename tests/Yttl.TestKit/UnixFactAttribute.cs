namespace Yttl.TestKit;

/// <summary>A spec about what only Unix can do; it is skipped on Windows.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UnixFactAttribute : Xunit.FactAttribute
{
    public UnixFactAttribute()
    {
        if (OperatingSystem.IsWindows())
            Skip = "needs Unix";
    }
}
