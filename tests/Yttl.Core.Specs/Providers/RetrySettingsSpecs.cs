using Yttl.Core.Failures;
using Yttl.Core.Providers;

namespace Yttl.Core.Specs.Providers;

public sealed class RetrySettingsSpecs
{
    [Fact]
    public void The_defaults_are_valid() => RetrySettings.Default.Validated().ShouldBeSameAs(RetrySettings.Default);

    [Fact]
    public void Everything_that_is_wrong_is_said_together()
    {
        var settings = new RetrySettings(0, TimeSpan.FromSeconds(31))
        {
            AttemptTimeout = TimeSpan.Zero,
            RateLimitBudget = TimeSpan.FromSeconds(-1),
            CallTimeout = TimeSpan.Zero,
            Network = new(double.NaN, TimeSpan.FromMinutes(1)),
        };

        var failure = Should.Throw<YttlException>(settings.Validated);

        failure.Failure.Code.ShouldBe("retry.settings");
        failure.Failure.Category.ShouldBe(FailureCategory.Input);
        failure.Message.Split(';').Length.ShouldBe(7);
        failure.Message.ShouldContain("network: the longest wait");
    }

    [Theory]
    [InlineData(25, 1, 1, 2)]
    [InlineData(1, 25, 1, 1)]
    [InlineData(1, 1, 25, 1)]
    [InlineData(24, 24, 24, 0)]
    public void Nothing_may_take_longer_than_a_day(int attempt, int call, int rateLimit, int problems)
    {
        var settings = RetrySettings.Default with
        {
            AttemptTimeout = TimeSpan.FromHours(attempt),
            CallTimeout = TimeSpan.FromHours(call),
            RateLimitBudget = TimeSpan.FromHours(rateLimit),
        };

        ProblemsOf(settings).ShouldBe(problems);
    }

    [Fact]
    public void No_attempt_may_take_longer_than_its_whole_call() =>
        Should.Throw<YttlException>((RetrySettings.Default with { CallTimeout = TimeSpan.FromSeconds(119.5) }).Validated)
            .Message.ShouldEndWith(
                ": an attempt may take longer (120 s, retry_attempt_timeout) than its whole call (119.5 s, retry_call_timeout)");

    private static int ProblemsOf(RetrySettings settings)
    {
        try
        {
            settings.Validated();
            return 0;
        }
        catch (YttlException wrong)
        {
            return wrong.Message.Split(';').Length;
        }
    }
}
