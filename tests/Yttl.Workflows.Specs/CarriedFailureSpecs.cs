using Yttl.Core.Failures;
using Yttl.Workflows.Runs;

namespace Yttl.Workflows.Specs;

public sealed class CarriedFailureSpecs
{
    private static readonly Failure Lost = new(
        FailureCategory.Network, "site.unreachable", "It said \"no\"\nin two lines, in Zürich: try again.");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_is_written_is_read_back_from_between_an_engines_own_words(bool transient)
    {
        var text = new CarriedFailure(Lost, transient).ToText();

        var carried = CarriedFailure.Find($"Exception while executing function: StepFault: {text}\n   at Activities.List()");

        carried.ShouldBe(new CarriedFailure(Lost, transient));
    }

    [Fact]
    public void It_is_one_line_because_engines_cut_messages_at_the_first() =>
        new CarriedFailure(Lost, Transient: true).ToText().ShouldNotContain('\n');

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Object reference not set to an instance of an object.")]
    [InlineData("yttl-failure:")]
    [InlineData("yttl-failure:{\"failure\":{\"cat")]
    [InlineData("yttl-failure:{\"transient\":true}")]
    [InlineData("yttl-failure:null")]
    public void What_carries_no_failure_is_not_taken_for_one(string? text) => CarriedFailure.Find(text).ShouldBeNull();
}
