namespace Yttl.Architecture.Specs;

/// <summary>A spec that compiles; it is skipped, with the reason, where the compiler is not on PATH.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BicepFactAttribute : FactAttribute
{
    public BicepFactAttribute()
    {
        if (Core.Processes.ToolPath.Find("bicep") is null)
            Skip = "needs bicep on PATH: https://learn.microsoft.com/azure/azure-resource-manager/bicep/install";
    }
}
