namespace Yttl.TestKit;

/// <summary>A spec about file permissions; it is skipped for root and on Windows, which know none of these.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UnprivilegedFactAttribute : Xunit.FactAttribute
{
    public UnprivilegedFactAttribute()
    {
        if (OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess)
            Skip = "needs an ordinary Unix user: root may read everything";
    }
}
