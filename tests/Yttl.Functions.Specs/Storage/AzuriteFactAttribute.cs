using Yttl.TestKit;

namespace Yttl.Functions.Specs.Storage;

/// <summary>A spec that stores blobs in Azurite; it is skipped, with the reason, where that is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AzuriteFactAttribute : FactAttribute
{
    public AzuriteFactAttribute() => Skip = AzuriteProcess.WhySkipped;
}
