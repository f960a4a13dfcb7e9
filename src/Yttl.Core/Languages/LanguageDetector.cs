using System.Text;
using System.Text.RegularExpressions;

namespace Yttl.Core.Languages;

/// <summary>
/// Finds the language of a text by its script, and where languages share one, by their letters or by the words that
/// every sentence has.
/// </summary>
internal static partial class LanguageDetector
{
    /// <summary>Texts that are looked at, spread evenly: the intro may be in another language.</summary>
    private const int MostTexts = 2000;

    /// <summary>Letters that are looked at, the first ones of each text: a text without times is one of many megabytes.</summary>
    private const int MostLetters = 4_000_000;

    /// <summary>Fewer words than this, weighted by how few languages have them, prove nothing.</summary>
    private const double LeastEvidence = 2.5;

    /// <summary>About half of the words of speech are such words; a language without a list reaches a tenth.</summary>
    private const double LeastShare = 0.12;

    /// <summary>How many times the evidence of the next language is needed.</summary>
    private const double Ahead = 1.1;

    /// <summary>
    /// Frequent words of languages without stop words (see <see cref="StopWords"/>), so that their texts are not taken for
    /// those of a neighbour.
    /// </summary>
    private static readonly Dictionary<string, string> OtherWords = new()
    {
        ["da"] = "og at det er en til af den på ikke der som med for har jeg de et vi så man kan om hvad hvor efter blive noget også men havde være deres meget nogle selv",
        ["no"] = "og i det er på en til at som av for ikke den med har jeg de et vi så kan om hva hvor etter noe også men hadde være deres mye noen bare fra eller når nå hvis skal vil dere hun",
        ["fi"] = "ja on ei että se oli hän mutta kun niin kuin ovat mitä tämä myös tai jos nyt sitten minä olen meidän sen siitä voi ole tässä joka vain kanssa mukaan",
        ["cs"] = "a je se na že v to s z do o jsem jako ale si tak by ve pro jsou co už když jen nebo také který která které bylo jsme není může podle až protože",
        ["sk"] = "a je sa na že v to s z do o som ako ale si tak by vo pre sú čo už keď len alebo tiež ktorý ktorá ktoré bolo sme nie môže podľa až pretože",
        ["hu"] = "a az és hogy nem is egy ez de meg van ha csak már mint még volt el amely azt kell minden vagy ezt lesz akkor nagyon mert hogyan",
        ["ro"] = "și de în a la nu pe cu că este un o din mai care pentru sunt ce să se au dar fi am ca lui sau prin acest această foarte aici după",
        ["hr"] = "i je u se na da za su što od ne s kao bi ali to ili sam smo će iz koji koja koje kako samo još biti bio bila ovo ovaj nije jer kada",
        ["ca"] = "i de la el que en a els les un una per és amb no es del al hi ha són aquest aquesta com més però si molt tot també fer perquè on què dels",
        ["id"] = "yang dan di ini itu dengan untuk tidak dari dalam akan pada juga saya kita ada bisa karena ke oleh kami seperti mereka atau sudah jadi kalau lebih apa",
        ["vi"] = "và là của có không được cho một các này với trong những đó người khi thì đã để như cũng tôi chúng ta bạn ở rất nhiều làm",
        ["fil"] = "ang ng sa na mga ay at ko ito hindi ako para siya lang po namin kung natin mo may yung kasi tayo",
        ["et"] = "ja on ei et see ma oli ka kui aga siis mis ta nii ning või seda ole oma kes nad me siin selle väga",
        ["lt"] = "ir yra kad tai į su iš bet ne kaip tik jau o ar dar buvo labai mes jis kuris apie per nuo taip",
        ["lv"] = "un ir ka ar uz no tas bet par kā ne es vai mēs to šis kas arī ļoti tad jau pie lai bija",
    };

    // The same word in many languages tells little: its weight is divided among them.
    private static readonly Dictionary<string, (string Language, double Weight)[]> WordTable = StopWords.Lists
        .SelectMany(list => list.Value.Select(word => (Word: word, Language: list.Key)))
        .Concat(OtherWords.SelectMany(list => list.Value.Split(' ').Distinct().Select(word => (Word: word, Language: list.Key))))
        .Where(entry => TextScript.Of(new Rune(entry.Word[0])) == TextScript.Latin)
        .GroupBy(entry => entry.Word)
        .ToDictionary(
            group => group.Key,
            group => group.Select(entry => (entry.Language, 1.0 / group.Count())).ToArray());

    /// <returns>Null where the texts are too short to tell, or of no language that is known here.</returns>
    public static LanguageTag? Find<T>(IReadOnlyList<T> texts, Func<T, string> textOf)
    {
        var step = Math.Max(1, texts.Count / MostTexts);
        var most = MostLetters / Math.Max(1, texts.Count / step);
        var sample = new StringBuilder();
        for (var i = 0; i < texts.Count; i += step)
        {
            var text = textOf(texts[i]);
            sample.Append(text, 0, Math.Min(text.Length, most)).Append('\n');
        }

        return Find(sample.ToString()) is { } code ? LanguageTag.Parse(code, null) : null;
    }

    private static string? Find(string text)
    {
        var letters = TextScript.Count(text);
        if (letters.Count == 0)
            return null;
        var kana = letters.GetValueOrDefault(TextScript.Kana);
        var main = letters.MaxBy(script => script.Value).Key;
        return main switch
        {
            // A Japanese text has kana between its Han characters, a Chinese one has none.
            TextScript.Han or TextScript.Kana => kana * 20 > letters.GetValueOrDefault(TextScript.Han) ? "ja" : "zh",
            TextScript.Latin => ByWords(text),
            TextScript.Cyrillic => ByLetters(
                text,
                ("mk", "ѓќѕ"), ("sr", "јљњћђџ"), ("be", "ў"), ("uk", "їєґ"), ("kk", "әғқңұһ"), ("mn", "өү"), ("ru", "ыэё"), ("bg", "ъ"))
                ?? "ru",
            TextScript.Arabic => ByLetters(text, ("ur", "ٹڈڑےںہھ"), ("fa", "پچژگکی")) ?? "ar",
            _ => main.Length > 0 ? main : null,
        };
    }

    /// <summary>Returns the first language whose own letters are one in a hundred.</summary>
    private static string? ByLetters(string text, params ReadOnlySpan<(string Language, string Letters)> languages)
    {
        foreach (var (language, own) in languages)
            if (text.Count(letter => own.Contains(char.ToLowerInvariant(letter))) * 100 >= text.Count(char.IsLetter))
                return language;
        return null;
    }

    private static string? ByWords(string text)
    {
        var evidence = new Dictionary<string, double>();
        var words = 0;
        var lower = text.ToLowerInvariant();
        foreach (var match in Word().EnumerateMatches(lower))
        {
            words++;
            foreach (var (language, weight) in WordTable.GetValueOrDefault(lower.Substring(match.Index, match.Length)) ?? [])
                evidence[language] = evidence.GetValueOrDefault(language) + weight;
        }

        return evidence.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Take(2).ToList() switch
        {
            [var best, .. var others] when best.Value >= LeastEvidence && best.Value >= LeastShare * words
                && others.All(other => best.Value >= Ahead * other.Value) => best.Key,
            _ => null,
        };
    }

    // "l'eau" and "don't" have two.
    [GeneratedRegex(@"[\p{L}\p{M}]+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
