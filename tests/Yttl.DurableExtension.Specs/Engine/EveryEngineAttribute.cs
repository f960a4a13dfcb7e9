using System.Reflection;
using Xunit.Sdk;
using Yttl.DurableExtension.Specs.Engine;
using Yttl.TestKit;

namespace Yttl.Workflows.Specs.Engines;

/// <summary>In this assembly: the Durable Functions extension. Specs are skipped where there is no storage emulator.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EveryEngineAttribute : DataAttribute
{
    public EveryEngineAttribute() => Skip = AzuriteProcess.WhySkipped;

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[new DurableExtensionEngine()]];
}
