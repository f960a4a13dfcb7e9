namespace Yttl.Workflows.Specs.Engines;

/// <summary>The in-process engine, and the replay engine with several completion orders.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EveryEngineAttribute : Xunit.Sdk.DataAttribute
{
    private const int Orders = 8;

    public override IEnumerable<object[]> GetData(System.Reflection.MethodInfo testMethod)
    {
        yield return [new EngineUnderTest("in process", null)];
        for (var seed = 1; seed <= Orders; seed++)
            yield return [new EngineUnderTest($"replay, order {seed}", seed)];
    }
}
