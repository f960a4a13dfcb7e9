namespace Yttl.Core.Specs.Fuzzing;

/// <summary>
/// Writes a known answer as a model writes it, and a server that does not know its template leaves it: among thoughts,
/// channels and marks of turns.
/// </summary>
internal sealed class AnswerGrammar
{
    private const int MostSentences = 4;

    private static readonly string[] Sentences =
    [
        "The bridge was finished in spring.", "The river was not asked.", "Its 3 towers cost £1.5 million!", "Who paid for it?",
        "Мост открыли весной.", "Река осталась холодной.", "桥在春天完工。", "河水依旧很冷。", "橋は春に完成した。", "الجسر اكتمل في الربيع.",
        "다리는 봄에 완공되었다.", "สะพานสร้างเสร็จในฤดูใบไม้ผลิ.", "Engineers cheered 🎉 at noon.", "\"It holds,\" said the engineer.",
        "Then 2 < 3 & 5 > 4, as the speaker notes.", "¿Quién lo pagó?", "Éva measured the wind.", "2024 was a dry year.",
    ];

    private static readonly string[] AboutMarks =
    [
        "In HTML a <div> holds other tags.", "The tag <think> wraps the thoughts of a model.",
        "DeepSeek writes its thoughts between <think> and </think>.", "A server may leave `</think>` in a text.",
        "Qwen ends a turn with <|im_end|> and Llama with <|eot_id|>.", "A template puts \"<|im_start|>\" before each role.",
        "Of the channels, final is for the reader.", "The API says {\"error\": {\"code\": 429}} to too many calls.",
        "An event begins with data: and the last one is [DONE].", "The <s> tag strikes text through.",
        "The assistant answers the user.", "模型用<think>包围思考。",
    ];

    private static readonly string[] ThoughtSentences =
    [
        "Okay, the user wants a summary.", "I should keep it short.", "- no headings\n- three sentences", "用户想要摘要。",
        "The text speaks of a bridge; let me check.", "Wait, is that right?", "1. Read.\n2. Write.", "No HTML such as <p>.",
        "Пользователь хочет краткое изложение.",
    ];

    private static readonly (string Open, string Close)[] Tags =
    [
        ("<think>", "</think>"), ("<think>", "</think>"), ("<THINK>", "</THINK>"), ("<think time=\"3\">", "</think>"),
        ("<thinking>", "</thinking>"), ("<thought>", "</thought>"), ("<thought>", "</think>"), ("<reasoning>", "</reasoning>"),
        ("<scratchpad>", "</scratchpad>"), ("<inner_monologue>", "</inner_monologue>"), ("<seed:think>", "</seed:think>"),
        ("<reflection>", "</reflection>"), ("<analysis>", "</analysis>"), ("[THINK]", "[/THINK]"), ("◁think▷", "◁/think▷"),
        ("<|begin_of_thought|>", "<|end_of_thought|>"), ("<|START_THINKING|>", "<|END_THINKING|>"),
        ("<unused94>thought", "<unused95>"), ("&lt;think&gt;", "&lt;/think&gt;"), ("<|channel>thought", "<channel|>"),
    ];

    private static readonly string[] Beginnings =
    [
        "<|im_start|>assistant\n", "<|start_header_id|>assistant<|end_header_id|>\n\n", "<start_of_turn>model\n", "<s> ",
        "<|assistant|>\n", "[/INST] ", "assistant\n\n", "\uFEFF", "\n",
    ];

    private static readonly string[] Ends =
    [
        "<|eot_id|>", "<|im_end|>", "<end_of_turn>", "<|endoftext|>", " <|end|>", "\n<｜end▁of▁sentence｜>", "<eos>",
        " [end of text]",
    ];

    private readonly Random _random;
    private readonly bool _isAboutMarks;

    private AnswerGrammar(Random random)
    {
        _random = random;
        _isAboutMarks = random.Chance(3);
        var sentences = _isAboutMarks ? [.. Sentences, .. AboutMarks, .. AboutMarks] : Sentences;
        random.Shuffle(sentences = [.. sentences]);
        var chosen = sentences[..(1 + random.Next(MostSentences))];
        Known = random.Next(6) switch
        {
            0 => string.Join('\n', chosen.Select(sentence => $"- {sentence}")),
            1 => string.Join("\n\n", chosen),
            2 => string.Join('\n', chosen),
            _ => string.Join(' ', chosen),
        };
        Written = random.Next(5) switch
        {
            0 => Known,
            1 => Channels(),
            2 => BareChannels(),
            _ => Turn(),
        };
    }

    public string Known { get; }

    public string Written { get; }

    /// <summary>Whether nothing tells where the thoughts end, so that the answer is lost, which must be a failure.</summary>
    public bool IsLost { get; private set; }

    public static AnswerGrammar From(Random random) => new(random);

    public static string Thoughts(Random random) =>
        string.Join(random.One(" ", "\n"), Enumerable.Range(0, 1 + random.Next(3)).Select(_ => random.One(ThoughtSentences)));

    private string Turn()
    {
        var beginning = _random.Chance(4) ? _random.One(Beginnings) : "";
        var answer = _random.Chance(8) ? $"<answer>\n{Known}\n</answer>" : Known;
        var (before, after) = (_random.Chance(2) ? Before() : "", _random.Chance(6) && !IsLost ? After() : "");
        return beginning + before + answer + (after.Length > 0 ? after : _random.Chance(3) ? End() : "");
    }

    private string Before()
    {
        var (open, close) = _random.One(Tags);
        var thoughts = Thoughts(_random);
        // "the <think> tag and the </think> tag": within a line only a sentence's end tells the mark from a word.
        var space = thoughts.EndsWith("sentences", StringComparison.Ordinal)
            ? _random.One("\n", "\n\n")
            : _random.One("", "\n", "\n\n", " ");
        var body = _random.One("", "\n", " ") + thoughts + _random.One("", "\n");
        switch (_random.Next(6))
        {
            case 0:
                return body.TrimStart() + close + space;
            case 1:
                return _random.One("Sure ", "Okay. ") + open + body + close + space;
            case 2:
                return open + body + close + open + Thoughts(_random) + close + space;
            case 3 when !_isAboutMarks && _random.Chance(3):
                IsLost = true;
                return open + _random.One("", "\n") + Thoughts(_random) + "\n\n";
            default:
                return open + body + close + space;
        }
    }

    private string After()
    {
        var (open, close) = _random.One(Tags);
        return $"\n{open}\n{Thoughts(_random)}" + _random.One("", "\n" + close);
    }

    /// <summary>
    /// Behind an answer about marks, only a turn or the end tells that a mark is one; behind the tag <c>s</c> nothing tells
    /// that <c>/s</c> does not close it.
    /// </summary>
    private string End() => End(Known.Contains("<s>", StringComparison.Ordinal) ? Ends : [.. Ends, "</s>"]);

    private string End(string[] ends) => _random.One(ends) + _random.Next(_isAboutMarks ? 4 : 6) switch
    {
        0 => _random.One(ends),
        1 => "<|im_start|>user\nAnd now in French?",
        2 => "\n\n",
        4 => "I hope this helps!",
        5 => "\n\nПожалуйста.",
        _ => "",
    };

    private string Channels()
    {
        var channels = "";
        for (int i = 0, count = _random.Next(3); i < count; i++)
            channels += $"{Start(i)}<|channel|>{_random.One("analysis", "commentary")}<|message|>{Thoughts(_random)}<|end|>";
        channels += Start(channels.Length) + _random.One("<|channel|>final<|message|>", "<|channel|>final <|constrain|>text<|message|>");
        return channels + Known + _random.One("", "<|return|>", "<|end|>", "<|return|>\n", "<|end|><|start|>user<|message|>Thanks.");
    }

    private string Start(int position) => position > 0 || _random.Chance(3) ? "<|start|>assistant" : "";

    // The first word is glued to what follows only where that tells it from a word of the answer.
    private string BareChannels()
    {
        var thoughts = "We need a summary. " + Thoughts(_random);
        return _random.Next(5) switch
        {
            0 => $"analysis{thoughts}assistantfinal{Known}",
            1 => $"assistantanalysis{thoughts}assistantcommentary{thoughts}assistantfinal{Known}",
            2 => $"analysis\n{thoughts}\n\nfinal\n{Known}",
            3 => $"assistantfinal{Known}",
            _ => $"final\n{Known}",
        };
    }
}
