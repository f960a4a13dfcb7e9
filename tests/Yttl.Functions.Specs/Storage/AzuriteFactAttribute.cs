namespace Yttl.Functions.Specs.Storage;

/// <summary>A spec that stores blobs in Azurite; it is skipped, with the reason, where that is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AzuriteFactAttribute : FactAttribute
{
    public AzuriteFactAttribute()
    {
        if (Azurite.Program is null)
            Skip = "needs Azurite: npm install --global azurite";
    }
}
