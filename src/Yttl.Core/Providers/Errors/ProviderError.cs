namespace Yttl.Core.Providers.Errors;

/// <summary>
/// A provider's error, in any format: <c>{"error":{…}}</c>, <c>{"error":"…"}</c>, an array, a list of
/// <c>detail</c>, plain text, a web page. What an error means is judged by its code, and by the sense of its words: each
/// kind of server has its own.
/// </summary>
/// <param name="Message">The words to show: one line of at most 200 characters; empty where there are none.</param>
internal sealed partial record ProviderError(string Code, string Message)
{
    /// <summary>
    /// The categories of the content filter that refused the prompt, such as <c>violence (medium), jailbreak</c>;
    /// empty where there are none.
    /// </summary>
    public string Filtered { get; init; } = "";

    /// <summary>Everything that the error says, with its codes and the names of parameters: more than is shown.</summary>
    public string Words { get; init; } = Message;

    /// <summary>The HTTP status that the error itself names, by number or by word; null for none.</summary>
    public int? Status { get; init; }

    /// <summary>How long the error asks to wait; null where it does not say.</summary>
    public TimeSpan? Wait { get; init; }

    /// <summary>The <c>X-RateLimit-Reset</c> that the error repeats; null for none.</summary>
    public string? Reset { get; init; }

    /// <summary>Whether the body was JSON, so that its words are an error's and not those of a page or a transcript.</summary>
    public bool IsJson { get; init; }

    public static ProviderError Read(ReadOnlyMemory<byte> body, string? key) => ErrorReader.Read(body, key);

    /// <summary>
    /// Returns whether the prompt is longer than the model accepts: by a code, by words, or by sense, which is a number
    /// of tokens beyond another.
    /// </summary>
    public bool IsAboutContext() =>
        !IsAboutOutput() && (ContextWords().IsMatch(Words)
            || (LengthWords().IsMatch(Words) && LimitWords().IsMatch(Words) && !RateWords().IsMatch(Words)
                && Numbers().Distinct().Count() >= 2));

    /// <summary>Returns whether the limit of the answer is larger than the model accepts, whatever the prompt is.</summary>
    public bool IsAboutOutput() =>
        OutputWords().IsMatch(Words) && LimitWords().IsMatch(Words) && !InputWords().IsMatch(Words);

    /// <summary>
    /// Returns the largest number below <paramref name="tokens"/> that the error names, which is the limit of an answer;
    /// null where it names none.
    /// </summary>
    public int? NamedLimit(int tokens)
    {
        var named = Numbers().Where(number => number > 0 && number < tokens).DefaultIfEmpty(0).Max();
        return named is 0 ? null : Words.Contains("exclusive", StringComparison.OrdinalIgnoreCase) ? named - 1 : named;
    }

    /// <summary>
    /// Returns the tokens that a context leaves for the answer, where the error names its length and that of the prompt
    /// beside the <paramref name="tokens"/> that were asked for; else null.
    /// </summary>
    public int? NamedRoom(int tokens)
    {
        var others = Numbers().Where(number => number != tokens && number >= 16).Distinct().ToList();
        // Some servers add up what was asked for.
        others.RemoveAll(number => others.Contains(number - tokens));
        return others is [var one, var other] && Math.Min(one, other) + tokens > Math.Max(one, other)
            ? Math.Abs(one - other)
            : null;
    }

    public bool IsAboutContent() =>
        Code is "content_filter" or "content_policy_violation" or "ResponsibleAIPolicyViolation";

    /// <summary>The name in the path is of no deployment. Azure answers so at both of its APIs.</summary>
    public bool IsAboutDeployment() => Code is "DeploymentNotFound";

    /// <summary>Returns whether there is no model of that name.</summary>
    public bool IsAboutModel() => ModelWords().IsMatch(Words);

    /// <summary>Returns whether the key is wrong, which some servers say with a status of 400.</summary>
    public bool IsAboutKey() => KeyWords().IsMatch(Words);

    /// <summary>
    /// Returns whether the api-version is unknown, or is too old for the model. Where a version lacks the call's path,
    /// Azure says only <c>Resource not found</c>.
    /// </summary>
    public bool IsAboutVersion() => Words.Contains("api version", StringComparison.OrdinalIgnoreCase)
        || Words.Contains("api-version", StringComparison.OrdinalIgnoreCase);

    /// <summary>Returns whether the model takes no message of the role <c>system</c>.</summary>
    public bool IsAboutSystemRole() => SystemWords().IsMatch(Words);

    /// <summary>Returns whether the parameter of that name is unknown or not allowed, whatever its value is.</summary>
    public bool Refuses(string parameter) =>
        Words.Contains(parameter, StringComparison.Ordinal) && RefusedWords().IsMatch(Words);

    public bool IsAboutMemory() => MemoryWords().IsMatch(Words);

    /// <summary>Money, not speed: waiting does not help.</summary>
    public bool IsAboutQuota() => QuotaWords().IsMatch(Words);

    /// <summary>Returns whether the allowance of a day or longer is used up: a wait of seconds does not help.</summary>
    public bool IsAboutDay() => DayWords().IsMatch(Words);

    /// <summary>Returns whether the provider has no place for any call, as with a status of 503.</summary>
    public bool IsAboutLoad() => LoadWords().IsMatch(Words);

    private IEnumerable<int> Numbers() => Number().Matches(Words).Select(match => ParseNumber(match.ValueSpan));

    private static int ParseNumber(ReadOnlySpan<char> text)
    {
        var number = 0L;
        foreach (var letter in text)
            if (char.IsAsciiDigit(letter))
                number = Math.Min(int.MaxValue, number * 10 + (letter - '0'));
        return (int)number;
    }
}
