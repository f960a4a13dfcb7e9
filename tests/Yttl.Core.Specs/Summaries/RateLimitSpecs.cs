using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Yttl.Core.Failures;
using Yttl.Core.Http;
using Yttl.Core.Providers;
using Yttl.TestKit.Http;

namespace Yttl.Core.Specs.Summaries;

/// <summary>How a 429 is waited out.</summary>
public sealed class RateLimitSpecs
{
    private static readonly ModelAnswer Good = ModelAnswer.Text("A summary.");
    private static readonly DateTimeOffset Now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("Retry-After", "7", 7.0)]
    [InlineData("Retry-After", "Thu, 01 Jan 2026 00:00:12 GMT", 12.0)]
    [InlineData("retry-after-ms", "1500", 1.5)]
    [InlineData("x-ratelimit-reset-requests", "1.25s", 1.25)]
    [InlineData("x-ratelimit-reset-tokens", "20ms", 0.02)]
    public async Task A_429_is_waited_out_for_as_long_as_it_says(string header, string value, double seconds)
    {
        await using var model = await ModelUnderSpec.StartAsync(ModelAnswer.RateLimited((header, value)), Good);

        var call = model.CompleteAsync();
        await model.Time.PendingAsync(TimeSpan.FromSeconds(seconds));
        model.Server.Calls.Count.ShouldBe(1);
        model.Time.Advance(TimeSpan.FromSeconds(seconds));

        (await call).Text.ShouldBe("A summary.");
        model.Server.Calls.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Waiting_out_429s_consumes_no_attempts()
    {
        var busy = ModelAnswer.RateLimited(("Retry-After", "0"));
        await using var model = await ModelUnderSpec.StartAsync(
            busy, busy, busy, busy, ModelAnswer.Error(500), busy, busy, ModelAnswer.Error(500), busy, Good);

        (await model.CompleteAsync()).Text.ShouldBe("A summary.");
        model.Server.Calls.Count.ShouldBe(10);
    }

    [Fact]
    public async Task And_it_gives_no_new_ones()
    {
        var busy = ModelAnswer.RateLimited(("Retry-After", "0"));
        await using var model = await ModelUnderSpec.StartAsync(
            ModelAnswer.Error(500), busy, ModelAnswer.Error(500), busy, ModelAnswer.Error(500), Good);

        (await Should.ThrowAsync<YttlException>(model.CompleteAsync)).Failure.Code.ShouldBe("model.error");
        model.Server.Calls.Count.ShouldBe(5);
    }

    [Fact]
    public async Task A_server_that_never_stops_saying_so_is_left_in_the_end()
    {
        await using var model = await ModelUnderSpec.StartAsync(ModelAnswer.RateLimited(("Retry-After", "0")));

        var failure = await Should.ThrowAsync<YttlException>(model.CompleteAsync);

        failure.Failure.Category.ShouldBe(FailureCategory.RateLimit);
        failure.RetryAfter.ShouldBe(TimeSpan.Zero);
        model.Server.Calls.Count.ShouldBe(21);
    }

    [Fact]
    public async Task The_waits_of_one_call_are_bounded_by_a_budget()
    {
        await using var server = await LoopbackModel.StartAsync(ModelAnswer.RateLimited(("Retry-After", "20")));
        await using var model = ModelUnderSpec.Around(server, settings => settings with
        {
            Retry = settings.Retry with { RateLimitBudget = TimeSpan.FromSeconds(40) },
        });

        var call = model.CompleteAsync();
        for (var wait = 0; wait < 2; wait++)
        {
            await model.Time.PendingAsync(TimeSpan.FromSeconds(20));
            model.Time.Advance(TimeSpan.FromSeconds(20));
        }

        (await Should.ThrowAsync<YttlException>(() => call)).RetryAfter.ShouldBe(TimeSpan.FromSeconds(20));
        server.Calls.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_call_that_waits_out_a_429_holds_no_place()
    {
        await using var server = await LoopbackModel.StartAsync(ModelAnswer.RateLimited(("Retry-After", "20")), Good);
        await using var model = ModelUnderSpec.Around(server, settings => settings with { MaxConcurrent = 1 });

        var waiting = model.CompleteAsync();
        await model.Time.PendingAsync(TimeSpan.FromSeconds(20));
        (await model.CompleteAsync()).Text.ShouldBe("A summary.");
        waiting.IsCompleted.ShouldBeFalse();
        model.Time.Advance(TimeSpan.FromSeconds(20));

        (await waiting).Text.ShouldBe("A summary.");
    }

    [Theory]
    [InlineData("31", 31)]
    [InlineData("Thu, 01 Jan 2026 00:10:00 GMT", 600)]
    public async Task A_wait_over_30_seconds_is_not_taken_but_told(string retryAfter, int seconds)
    {
        await using var model = await ModelUnderSpec.StartAsync(ModelAnswer.RateLimited(("Retry-After", retryAfter)));

        var failure = await Should.ThrowAsync<YttlException>(model.CompleteAsync);

        failure.Failure.Category.ShouldBe(FailureCategory.RateLimit);
        failure.RetryAfter.ShouldBe(TimeSpan.FromSeconds(seconds));
        model.Server.Calls.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(503)]
    [InlineData(500)]
    public async Task What_any_passing_failure_says_of_waiting_is_heeded_too(int status)
    {
        var busy = new ModelAnswer(context =>
        {
            context.Response.Headers.RetryAfter = "60";
            return ModelAnswer.Error(status).Send(context);
        });
        await using var model = await ModelUnderSpec.StartAsync(busy);

        (await Should.ThrowAsync<YttlException>(model.CompleteAsync)).RetryAfter.ShouldBe(TimeSpan.FromMinutes(1));
        model.Server.Calls.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(null, null, null)]
    [InlineData(null, "soon", null)]
    [InlineData(null, "NaN", null)]
    [InlineData(null, "1e5", null)]
    [InlineData(null, "1,5", null)]
    [InlineData("", "3", 3.0)]
    [InlineData("250", "3", 0.25)]
    [InlineData(null, "-4", 0.0)]
    [InlineData(null, "0.5", 0.5)]
    [InlineData(null, "99999999999999999999", 604_800.0)]
    [InlineData(null, "Wed, 31 Dec 2025 23:00:00 GMT", 0.0)]
    public void Retry_after_is_read_in_every_form(string? milliseconds, string? header, double? seconds) =>
        (RetryAfter.Read(milliseconds, header, Now)?.TotalSeconds).ShouldBe(seconds);

    [Fact]
    public void A_date_reads_the_same_in_every_culture()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("tr-TR");
            RetryAfter.Read(null, Now.AddSeconds(9).ToString("r", CultureInfo.InvariantCulture), Now).ShouldBe(TimeSpan.FromSeconds(9));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Backoff_grows_and_stays_within_its_bounds() => Check.QuickThrowOnFailure(Prop.ForAll(
        Gen.Choose(0, 100).ToArbitrary(), Gen.Choose(0, 60_000).ToArbitrary(), Gen.Choose(0, 999).ToArbitrary(),
        (attempt, milliseconds, random) =>
        {
            var first = TimeSpan.FromMilliseconds(milliseconds);
            var wait = Backoff.Wait(attempt, first, random / 1000.0);
            var next = Backoff.Wait(attempt + 1, first, random / 1000.0);
            return wait >= TimeSpan.Zero && wait <= Backoff.Longest && next >= wait && wait >= Backoff.Wait(attempt, first, 0);
        }));
}
