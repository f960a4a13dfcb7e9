namespace Yttl.Functions.Specs.Storage;

/// <summary>Like <see cref="AzuriteFactAttribute"/>, for specs with several cases.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AzuriteTheoryAttribute : TheoryAttribute
{
    public AzuriteTheoryAttribute() => Skip = new AzuriteFactAttribute().Skip;
}
