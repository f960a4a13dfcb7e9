using Yttl.Core.Text;

namespace Yttl.Core.Summaries.Chat;

/// <summary>
/// Where in a text a mark stands. A template puts its marks between sentences; a sentence about a mark has it among its
/// words, often in quotes.
/// </summary>
internal readonly ref struct MarkPlace(ReadOnlySpan<char> text, int start, int length)
{
    private const string Quotes = "\"'`“”‘’«»„()[]「」『』";
    private const string Openers = "-*\"“«「¿¡#[('‘„—–•<|◁";

    private static readonly string[] Marks =
    [
        "<|", "<｜", "<start_of_turn>", "<end_of_turn>", "</s>", "<s>", "<eos>", "<pad>", "[INST]", "[EOS]", "[end of text]",
    ];

    private readonly ReadOnlySpan<char> _before = text[..start];
    private readonly ReadOnlySpan<char> _after = text[(start + length)..];

    public bool IsAtStart => _before.IsWhiteSpace();

    public bool IsAtEnd => _after.IsWhiteSpace();

    public bool OpensLine => IsAtStart || Left is [.., '\n' or '\r'];

    public bool ClosesLine => IsAtEnd || Right is ['\n' or '\r', ..];

    /// <summary>Whether no white space is between it and what is before it.</summary>
    public bool TouchesLeft => _before is [.., var left] && !char.IsWhiteSpace(left);

    public bool TouchesRight => _after is [var right, ..] && !char.IsWhiteSpace(right);

    /// <summary>
    /// Whether it touches words on both sides, as none of a sentence does. Where a script has no spaces, that says nothing.
    /// </summary>
    public bool IsGlued => IsGluedLeft && TouchesRight && !TouchesUnspaced;

    /// <summary>Whether it touches what is before it, where a sentence would have a space.</summary>
    public bool IsGluedLeft => TouchesLeft && !UnspacedScripts.IsLetter(_before[^1]);

    /// <summary>Whether a letter of a script without spaces follows it directly.</summary>
    public bool TouchesUnspaced => _after is [var right, ..] && UnspacedScripts.IsLetter(right);

    /// <summary>Whether it is between quotation marks or brackets, or begins there.</summary>
    public bool IsQuoted => _before is [.., var left] && IsQuote(left)
        && !(_before is [.., var stop, _] && SentenceEnds.IsStop(stop))
        && (_after is not [var right, ..] || !char.IsUpper(right));

    /// <summary>Whether a sentence, or a line, ends before it.</summary>
    public bool FollowsSentence => OpensLine
        || (Left is [.., var last] && (SentenceEnds.IsStop(last) || SentenceEnds.IsCloser(last) || last is ':' or '>' or '*'));

    /// <summary>Whether a sentence or a line begins after it, and the one before does not go on.</summary>
    public bool PrecedesSentence => ClosesLine || (Right is [var first, ..] && (char.IsLetterOrDigit(first)
        ? !char.IsLower(first)
        : Right.StartsWith("&lt;") || Openers.Contains(first, StringComparison.Ordinal)
            || !(char.IsPunctuation(first) || char.IsSymbol(first))));

    /// <summary>Whether it ends an item of a list that goes on: a sentence of that item may name it.</summary>
    public bool IsInList => IsItem(_before[(_before.LastIndexOfAny('\n', '\r') + 1)..]) && IsItem(_after);

    private ReadOnlySpan<char> Left => _before.TrimEnd(" \t");

    private ReadOnlySpan<char> Right => _after.TrimStart(" \t");

    /// <summary>Whether a role of a conversation, or another mark, begins after it.</summary>
    public bool PrecedesTurn(ReadOnlySpan<string> roles)
    {
        var rest = _after.TrimStart();
        foreach (var mark in Marks)
            if (rest.StartsWith(mark))
                return true;
        foreach (var role in roles)
            if (rest.StartsWith(role, StringComparison.OrdinalIgnoreCase)
                && (rest.Length == role.Length || rest[role.Length] is '\n' or '\r' or ':' or '<'))
                return true;
        return false;
    }

    private static bool IsQuote(char letter) => Quotes.Contains(letter, StringComparison.Ordinal);

    private static bool IsItem(ReadOnlySpan<char> line) => line.TrimStart() is ['-' or '*' or '•', ' ', ..];
}
