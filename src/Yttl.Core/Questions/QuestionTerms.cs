using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using Yttl.Core.Languages;
using Yttl.Core.Summaries.Doubts;
using Yttl.Core.Summaries.Extractive;

namespace Yttl.Core.Questions;

/// <summary>
/// What is compared of a question and a transcript: terms as <see cref="SentenceTerms"/> has them, without accents, and numbers
/// however they are written or said.
/// </summary>
internal sealed class QuestionTerms
{
    /// <summary>A word of any talk leads to fewer answers.</summary>
    private const double CommonWeight = 0.3;

    /// <summary>
    /// Terms about the video as a whole, which its transcript need not have: what it is, who speaks, to sum it up. In English,
    /// and where a language has its own.
    /// </summary>
    private static readonly FrozenSet<string> About =
    [
        "video", "videos", "lectur", "podcas", "episod", "speake", "summar", "topic", "topics", "transc", "overvi",
        "vortra", "redner", "zusamm", "thema", "themen", "worum", "sujet", "orateu", "parle", "charla", "tema", "temas",
        "trata", "hablan", "resumi", "riassu", "argome", "parla", "samenv", "ondwer", "видео", "лекция", "тема", "wykład",
        "temat", "foredr", "konu", "視頻", "视频", "動画", "内容", "总结", "總結", "要約", "영상", "요약",
    ];

    private readonly Dictionary<string, double> _weights = new(StringComparer.Ordinal);
    private readonly FrozenSet<string> _stopWords;
    private readonly bool _hasNumbers;

    /// <param name="languages">Of the text and of the transcript, as far as they are known.</param>
    public QuestionTerms(string text, params IEnumerable<LanguageTag?> languages)
    {
        _stopWords = languages.SelectMany(language => StopWords.Find(language)).Select(Fold).ToFrozenSet(StringComparer.Ordinal);
        Each(text, (term, _, isCommon) =>
        {
            // Numbers are compared by what they are, not by how they are written.
            if (term.ContainsAnyExceptInRange('0', '9') && term.ToString() is var own && !About.Contains(own))
                _weights.TryAdd(own, isCommon ? CommonWeight : 1);
        });
        foreach (var (_, readings) in NumberReader.NamedIn(text))
            foreach (var reading in readings)
                _hasNumbers |= _weights.TryAdd($"#{reading}", 1);
    }

    /// <summary>Each term with its weight, from 0 to 1.</summary>
    public IReadOnlyDictionary<string, double> Weights => _weights;

    /// <summary>Whether all of them are words of any talk.</summary>
    public bool AreCommon => _weights.Keys.All(IsCommon);

    public bool IsCommon(string term) => _weights[term] == CommonWeight;

    /// <summary>Adds the terms of other words.</summary>
    public void Add(QuestionTerms also)
    {
        foreach (var (term, weight) in also._weights)
            _weights.TryAdd(term, weight);
    }

    /// <summary>Calls back with each of the terms that a sentence has, with repeats.</summary>
    /// <returns>The number of all terms of the sentence: its length.</returns>
    public int EachIn(string sentence, Action<string> found)
    {
        var length = 0;
        var known = _weights.GetAlternateLookup<ReadOnlySpan<char>>();
        Each(sentence, (term, _, _) =>
        {
            length++;
            if (known.TryGetValue(term, out var own, out _))
                found(own);
        });
        if (_hasNumbers)
            foreach (var number in NumberReader.AllIn(sentence))
                if (known.TryGetValue($"#{number}", out var own, out _))
                    found(own);
        return length;
    }

    /// <summary>In capitals, so that a word of two letters is no less than an abbreviation: <c>ai</c> is <c>AI</c>.</summary>
    private void Each(string text, TermAction add) => SentenceTerms.Each(Fold(text).ToUpperInvariant(), _stopWords, add);

    /// <summary>Removes accents and the width of letters in scripts with cases; a mark is part of a letter in others.</summary>
    private static string Fold(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange('\0', '\u007F'))
            return text;
        var folded = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            if (!HasAccents(rune.Value))
                folded.Append(rune.ToString());
            else
                foreach (var part in rune.ToString().Normalize(NormalizationForm.FormKD))
                    if (CharUnicodeInfo.GetUnicodeCategory(part) is not UnicodeCategory.NonSpacingMark)
                        folded.Append(part);
        return folded.ToString();
    }

    // Latin, Greek, Cyrillic and the accents by themselves; letters as wide as Chinese ones.
    private static bool HasAccents(int letter) =>
        letter is (>= 0xC0 and < 0x530 and not 0x378 and not 0x379) or (>= 0x1E00 and < 0x1F00) or (>= 0xFF10 and <= 0xFF5A);
}
