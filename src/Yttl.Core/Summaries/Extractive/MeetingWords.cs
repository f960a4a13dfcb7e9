using System.Buffers;
using Yttl.Core.Languages;

namespace Yttl.Core.Summaries.Extractive;

/// <summary>
/// How people agree and promise in meetings, in one language. Words alone: neither irony nor what an agreement is about is
/// seen.
/// </summary>
internal sealed class MeetingWords(SearchValues<string> agreements, SearchValues<string> doubts, SearchValues<string> promises)
{
    public static MeetingWords? Find(LanguageTag? language) =>
        language is { } tag && MeetingWordTable.ByLanguage.TryGetValue(tag.Primary.ToLowerInvariant(), out var words) ? words : null;

    /// <summary>Whether a sentence decides something or agrees to it. One that asks or denies it does not.</summary>
    public bool Agrees(string sentence) => States(sentence, agreements);

    /// <summary>Whether a sentence says what its speaker will do.</summary>
    public bool Promises(string sentence) => States(sentence, promises);

    /// <param name="phrases">In lower case, each between spaces.</param>
    public static bool Has(string sentence, SearchValues<string> phrases) => Plain(sentence).AsSpan().ContainsAny(phrases);

    /// <summary>Returns the words in lower case, each between spaces, without punctuation.</summary>
    public static string Plain(string sentence) => SentenceWorth.Plain(sentence, new char[sentence.Length + 2]).ToString();

    private bool States(string sentence, SearchValues<string> phrases) =>
        !SpokenText.IsQuestion(sentence) && Has(sentence, phrases) && !Has(sentence, doubts);
}
