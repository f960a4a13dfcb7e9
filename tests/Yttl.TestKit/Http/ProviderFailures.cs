namespace Yttl.TestKit.Http;

/// <summary>Every way in which providers fail.</summary>
public static class ProviderFailures
{
    public static readonly IReadOnlyDictionary<string, ModelAnswer> ByName = new Dictionary<string, ModelAnswer>
    {
        ["500"] = ModelAnswer.Error(500),
        ["502 page"] = ModelAnswer.WebPage(502),
        ["503"] = ModelAnswer.Error(503),
        ["429 seconds"] = ModelAnswer.RateLimited(("Retry-After", "0")),
        ["429 date"] = ModelAnswer.RateLimited(("Retry-After", "Thu, 01 Jan 2026 00:00:00 GMT")),
        ["reset"] = ModelAnswer.Reset,
        ["reset in the body"] = ModelAnswer.ResetMidBody,
        ["slow drip"] = ModelAnswer.SlowDrip,
        ["hang"] = ModelAnswer.Hang,
        ["web page"] = ModelAnswer.WebPage(200),
        ["empty choices"] = ModelAnswer.EmptyChoices,
        ["content filter"] = ModelAnswer.ContentFilter,
        ["refusal"] = ModelAnswer.Refusal,
        ["truncated"] = ModelAnswer.TruncatedJson,
        ["error inside"] = ModelAnswer.ErrorInside,
        ["wrong content type"] = ModelAnswer.WrongContentType,
        ["endless"] = ModelAnswer.Endless,
        ["endless, compressed"] = ModelAnswer.EndlessCompressed,
        ["auth"] = ModelAnswer.Error(401),
    };
}
