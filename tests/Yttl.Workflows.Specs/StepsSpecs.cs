using System.Reflection;
using Yttl.Core.Failures;
using Yttl.Workflows.Catalogue;

namespace Yttl.Workflows.Specs;

public sealed class StepsSpecs
{
    [Fact]
    public void Every_outcome_that_has_a_failure_is_recorded_with_it()
    {
        var outcomes = typeof(Steps).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(field => field.FieldType.IsGenericType)
            .Select(field => field.FieldType.GetGenericArguments()[1])
            .ToList();

        outcomes.ShouldNotBeEmpty();
        outcomes.Where(outcome => outcome.GetProperty(nameof(IOutcome.Failure)) is not null && !outcome.IsAssignableTo(typeof(IOutcome)))
            .ShouldBeEmpty();
    }
}
