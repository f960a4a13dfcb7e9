using System.Text.RegularExpressions;

namespace Yttl.Core.Providers.Errors;

/// <summary>
/// The words for each meaning, as OpenAI, Azure, Anthropic, Gemini, Bedrock, DashScope, Groq, Mistral, Cohere, OpenRouter,
/// TGI, vLLM, SGLang, llama.cpp, Ollama, LM Studio and others write them.
/// </summary>
internal sealed partial record ProviderError
{
    private const RegexOptions Loose =
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
        | RegexOptions.IgnorePatternWhitespace;

    [GeneratedRegex(
        """
        context_length_exceeded | exceed_context_size_error | string_above_max_length | (context|prompt|input)_too_long
        | context_window_exceeded | tokens_limit_reached
        | maximum\ (context|prompt|input|sequence)\ length | (context|prompt)\ (window|size|length|limit)
        | context\ length | max_(seq|model|position)\w*_?(len|length) | exceed\w*\ (the\ |this\ )?(\w+\ ){0,3}context
        | (prompt|input|inputs|message|messages|text|request|conversation)\ (is\ |are\ |was\ )?too\ (long|large)
        | too\ many\ (input\ |prompt\ )?tokens | request\ too\ large | range\ of\ input\ length | model\ token\ limit
        | (input|prompt)\ token(s|\ count)?\ (exceeds?|is\ (over|above)) | reduce\ the\ length\ of\ the\ (messages|prompt|input)
        | max\w*\ input\ (characters|tokens|length) | longer\ than\ the\ model
        | 超长 | (输入|输入内容|提示|上下文|文本)[^。]{0,12}(过长|太长|超过|超出) | 上下文长度
        """, Loose)]
    private static partial Regex ContextWords();

    [GeneratedRegex(@"\btokens?\b | \bcharacters?\b | \binputs?\b", Loose)]
    private static partial Regex LengthWords();

    [GeneratedRegex(
        """
        exceed | too\ (large|long|high|big|many) | at\ most | maximum | \bmax\b | limit | <= | (?<![-<])> | less\ than | lower\ than
        | greater\ than | longer\ than | larger\ than | range | only\ supports | up\ to | must\ be | not\ fit
        """, Loose)]
    private static partial Regex LimitWords();

    [GeneratedRegex(@"per[\ _-]?(min|minute|second|hour|day|month) | rate[\ _-]?limit | \b[TR]P[MSHD]\b | quota", Loose)]
    private static partial Regex RateWords();

    [GeneratedRegex(
        """
        max_(completion_|output_|new_)?tokens | maxOutputTokens | maximum\ tokens\ you\ requested
        | (completion|output|generated|new)\ tokens
        """, Loose)]
    private static partial Regex OutputWords();

    [GeneratedRegex(
        """
        \b(input|inputs|prompt|messages)\b(?!\ validation) | (maximum\ )?context\ (length|window|size|limit)(?!\ for\ this\ model)
        | input_tokens
        """, Loose)]
    private static partial Regex InputWords();

    [GeneratedRegex(
        """
        model_?not_?found | unknown_?model | no\ such\ model | not\ a\ valid\ model | (invalid|unknown|unrecognized)\ model\b
        | \bmodel\b.{0,100}?[\ '"`](not\ found|does\ not\ exist|doesn't\ exist|not\ exist|is\ not\ available|not\ loaded)
        """, Loose)]
    private static partial Regex ModelWords();

    [GeneratedRegex(
        """
        invalid_?api_?key | api_?key_?invalid | authentication_error | \bUNAUTHENTICATED\b
        | api[\ _-]?key\b[^.]{0,20}\b(not\ valid|invalid|incorrect|expired|missing)
        | (invalid|incorrect|missing|wrong|expired)\ (\w+\ )?(api[\ _-]?key|credentials|access\ token|auth\w*\ token)
        """, Loose)]
    private static partial Regex KeyWords();

    [GeneratedRegex(
        """
        \b(system|developer)['"`]?[\ _-](role|roles|message|messages|prompt|prompts|instruction|instructions)\b
            [^.]{0,60}(\bnot\b|n't\b|unsupported|invalid|disabled|unexpected)
        | (not|n't)\ (\w+\ )?(support|supported|accept|allow|enable)\w*[^.]{0,40}\b(system|developer)\b
        | (unsupported|unexpected|invalid|unknown|unrecognized)\ (message\ )?role\b[^.]{0,20}\b(system|developer)\b
        | \brole\b\W{0,4}(system|developer)\b[^.]{0,30}(\bnot\b|n't\b|unsupported|invalid)
        | '(system|developer)'\ is\ not\ one\ of | roles?\ must\ alternate | only\ user\ and\ assistant\ roles
        | role\b[^.]{0,60}(should|must|expected|has\ to)\ be[^.]{0,20}\buser\b[^.]{0,12}\b(assistant|model)\b(?![^.]*system)
        | first\ message[^.]{0,30}\buser\b | 不支持.{0,10}system | system.{0,12}不支持
        """, Loose)]
    private static partial Regex SystemWords();

    [GeneratedRegex(
        """
        unsupported | not\ supported | n't\ support | not\ support | unrecognized | unrecognised | unknown | unexpected | extra_forbidden
        | extra\ (inputs|fields|keys) | not\ (permitted|allowed|valid|a\ valid|recognized|implemented) | forbidden
        | additional\ propert | deprecated | invalid\ (parameter|argument|field) | no\ longer | use\ '
        """, Loose)]
    private static partial Regex RefusedWords();

    [GeneratedRegex("out of memory|failed to allocate|insufficient memory", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MemoryWords();

    [GeneratedRegex(
        """
        insufficient_quota | billing_hard_limit_reached | billing_not_active | exceeded_current_quota_error
        | insufficient[\ _](balance|credit|fund|account) | credit\ balance\ is\ too\ low | (no|out\ of|run\ out\ of)\ credits
        | 余额不足 | 欠费
        """, Loose)]
    private static partial Regex QuotaWords();

    [GeneratedRegex(
        """
        per[\ _-]?(day|24|month|week) | \bdaily\b | daily[\ _] | _daily\b | \b[RTI]PD\b | 24[\ -]?h(our)?s?\b
        | \bmonthly\b | (for|of)\ today | today's | 每[天日] | 当日
        """, Loose)]
    private static partial Regex DayWords();

    [GeneratedRegex(
        """
        overloaded | over\ capacity | at\ capacity | capacity\ exceeded | (server|model|engine|service)\ (is\ )?(too\ )?busy
        | currently\ loading | is\ loading | no\ (available|healthy)\ (instance|provider|upstream|worker|channel)
        """, Loose)]
    private static partial Regex LoadWords();

    // A name such as gpt-4 or llama3.1 holds no number of tokens. 1,048,576 is one number.
    [GeneratedRegex(@"(?<![\w.\-/:])[0-9]{1,3}(,[0-9]{3})+(?![\w,])|(?<![\w.\-/:])[0-9]{1,12}(?![\w:/]|\.[0-9]|-\w)")]
    private static partial Regex Number();
}
