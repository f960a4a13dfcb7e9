using Yttl.Core.Failures;
using Yttl.TestKit.Http;

namespace Yttl.Core.Specs.Summaries;

/// <summary>Providers with too many calls, and allowances of a day.</summary>
public sealed class OverloadSpecs
{
    private static readonly ModelAnswer Good = ModelAnswer.Text("A summary.");

    // The clock of these specs begins at 2026-01-01T00:00:00Z.
    private const long Epoch = 1_767_225_600;

    [Theory]
    [InlineData("X-RateLimit-Reset", "1767225607000", 7.0)]
    [InlineData("X-RateLimit-Reset", "1767225607", 7.0)]
    [InlineData("X-RateLimit-Reset", "7", 7.0)]
    [InlineData("X-RateLimit-Reset", "2026-01-01T00:00:07Z", 7.0)]
    [InlineData("x-ratelimit-reset-requests", "2026-01-01T00:00:07.5Z", 7.5)]
    [InlineData("anthropic-ratelimit-requests-reset", "2026-01-01T00:00:07Z", 7.0)]
    [InlineData("anthropic-ratelimit-input-tokens-reset", "2026-01-01T00:00:09Z", 9.0)]
    [InlineData("RateLimit-Reset", "7", 7.0)]
    public async Task A_429_says_in_many_headers_how_long(string header, string value, double seconds)
    {
        await using var model = await ModelUnderSpec.StartAsync(ModelAnswer.RateLimited((header, value)), Good);

        await WaitsAsync(model, seconds);
    }

    [Theory]
    [InlineData("""[{"error":{"code":429,"message":"You exceeded your current quota.","status":"RESOURCE_EXHAUSTED","details":[{"@type":"type.googleapis.com/google.rpc.RetryInfo","retryDelay":"14s"}]}}]""", 14.0)]
    [InlineData("""{"error":{"message":"Rate limit reached. Please try again in 20s. Visit us."}}""", 20.0)]
    [InlineData("""{"error":{"message":"Please try again in 7.66s."}}""", 7.66)]
    [InlineData("""{"error":{"message":"Please try again in 864ms."}}""", 0.864)]
    [InlineData("""{"error":{"message":"Requests have exceeded the rate limit. Please retry after 12 seconds."}}""", 12.0)]
    [InlineData("""{"error":{"message":"Slow down","retry_after":9}}""", 9.0)]
    [InlineData("""{"detail":"Request was throttled. Expected available in 8 seconds."}""", 8.0)]
    [InlineData("""{"error":{"message":"no","metadata":{"headers":{"X-RateLimit-Reset":"1767225611000"}}}}""", 11.0)]
    public async Task Or_in_its_body(string body, double seconds)
    {
        await using var model = await ModelUnderSpec.StartAsync(ModelAnswer.Json(429, body), Good);

        await WaitsAsync(model, seconds);
    }

    [Theory]
    [InlineData("""{"error":{"message":"Rate limit exceeded: free-models-per-day. Add 10 credits","code":429,"metadata":{"headers":{"X-RateLimit-Reset":"1767261600000"}}}}""")]
    [InlineData("""[{"error":{"code":429,"message":"You exceeded your current quota. Please retry in 34s.","status":"RESOURCE_EXHAUSTED","details":[{"violations":[{"quotaId":"GenerateRequestsPerDayPerProjectPerModel-FreeTier"}]},{"retryDelay":"34s"}]}}]""")]
    [InlineData("""{"error":{"message":"Rate limit reached for model x on requests per day (RPD): Limit 200, Used 200, Requested 1. Please try again in 7m12s."}}""")]
    [InlineData("""{"error":{"message":"Rate limit reached for model x on tokens per day (TPD): Limit 500000, Used 499000, Requested 1200."}}""")]
    [InlineData("""{"error":{"message":"Daily limit reached"}}""")]
    [InlineData("""{"error":{"message":"You have reached your 24-hour allowance"}}""")]
    [InlineData("""{"error":{"message":"no","metadata":{"limit_source":"openrouter_free_tier_daily"}}}""")]
    [InlineData("""{"error":"neurons for today are used up"}""")]
    [InlineData("""{"errors":[{"message":"you have used up your daily free allocation of 10,000 neurons","code":4006}]}""")]
    [InlineData("""{"message":"Monthly quota exceeded"}""")]
    public async Task The_allowance_of_a_day_is_not_waited_for_and_not_asked_for_twice(string body)
    {
        await using var model = await ModelUnderSpec.StartAsync(ModelAnswer.Json(429, body));

        var failure = await Should.ThrowAsync<YttlException>(model.CompleteAsync, body);
        await Should.ThrowAsync<YttlException>(model.CompleteAsync);

        failure.Failure.Code.ShouldBe("model.daily-limit");
        failure.Failure.Category.ShouldBe(FailureCategory.RateLimit);
        failure.RetryAfter.ShouldBeNull();
        model.Server.Calls.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Its_end_is_told_and_after_it_the_model_is_asked_again()
    {
        var reset = ("X-RateLimit-Reset", ((Epoch + 36_000) * 1000).ToString(System.Globalization.CultureInfo.InvariantCulture));
        await using var model = ModelUnderSpec.Around(await LoopbackModel.StartAsync(call => call.Number is 0
            ? new ModelAnswer(context =>
            {
                context.Response.Headers[reset.Item1] = reset.Item2;
                return ModelAnswer.Json(429, """{"error":{"message":"free-models-per-day"}}""").Send(context);
            })
            : Good), settings => settings);

        var failure = await Should.ThrowAsync<YttlException>(model.CompleteAsync);
        model.Time.Advance(TimeSpan.FromHours(10));

        failure.Failure.Message.ShouldContain("free-models-per-day");
        failure.Failure.Message.ShouldContain("2026-01-01 10:00 UTC");
        (await model.CompleteAsync()).Text.ShouldBe("A summary.");
    }

    [Theory]
    [InlineData(529, """{"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}""")]
    [InlineData(200, """{"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}""")]
    [InlineData(500, """{"error":{"type":"overloaded_error","message":"Overloaded"}}""")]
    [InlineData(500, """{"error":{"message":"The server is busy, please try again"}}""")]
    [InlineData(520, "<html><title>520: Web server is returning an unknown error</title></html>")]
    [InlineData(524, "error code: 524")]
    [InlineData(503, """{"error":"Model x is currently loading","estimated_time":5.0}""")]
    public async Task A_provider_without_a_place_for_any_call_is_down(int status, string body)
    {
        await using var server = await LoopbackModel.StartAsync(ModelAnswer.Json(status, body));
        await using var model = ModelUnderSpec.Around(server, settings => settings with { Retry = new(1, TimeSpan.Zero) });

        var failure = await Should.ThrowAsync<YttlException>(model.CompleteAsync);

        failure.Failure.Code.ShouldBe("model.unavailable");
        failure.Failure.Category.ShouldBe(FailureCategory.Network);
        failure.Transient.ShouldBeTrue();
    }

    [Fact]
    public async Task A_gateway_that_passes_on_a_429_under_another_status_is_waited_for()
    {
        await using var model = await ModelUnderSpec.StartAsync(
            ModelAnswer.Json(502, """{"error":{"code":429,"message":"try again in 5s"}}"""), Good);

        await WaitsAsync(model, 5);
    }

    private static async Task WaitsAsync(ModelUnderSpec model, double seconds)
    {
        var call = model.CompleteAsync();
        await model.Time.PendingAsync(TimeSpan.FromSeconds(seconds));
        model.Server.Calls.Count.ShouldBe(1);
        model.Time.Advance(TimeSpan.FromSeconds(seconds));

        (await call).Text.ShouldBe("A summary.");
    }
}
