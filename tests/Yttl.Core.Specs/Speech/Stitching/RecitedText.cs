using Yttl.Core.Speech;
using Yttl.Core.Speech.Calls;
using Yttl.Core.Time;

namespace Yttl.Core.Specs.Speech.Stitching;

/// <summary>How a recogniser gives times.</summary>
public enum TimesGiven
{
    OfWords,

    /// <summary>All of a chunk 0.4 s early or late.</summary>
    OfWordsShifted,

    /// <summary>Each word up to 0.4 s early or late.</summary>
    OfWordsInexact,

    OfPhrases,

    OfPhrasesShifted,

    None,
}

/// <summary>A text of lines that resemble each other, said at known times.</summary>
internal sealed record RecitedText(string Name, IReadOnlyList<IReadOnlyList<SpokenWord>> Lines)
{
    private static readonly string[] Numbers =
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    public static IReadOnlyList<RecitedText> All { get; } =
    [
        Say("bus stops", 1, Enumerable.Range(0, 48).Select(i => $"The next stop is {Number(i + 5)} street.")),
        Say("times table", 2, Enumerable.Range(0, 48).Select(i =>
            $"{Number(i / 12 + 6)} times {Number(i % 12)} is {Number((i / 12 + 7) * (i % 12 + 1) - 1)}.")),
        Say("roll call", 3, Enumerable.Range(0, 60).Select(i => i % 2 == 0 ? $"{Number(i * 7)} Miller?" : "Here, sir.")),
        Say("refrain", 4, Enumerable.Range(0, 60).Select(i => i % 4 == 3 ? "Row the boat, row." : "Row, row, row the boat.")),
        .. new[] { 3, 5, 8, 13, 20, 35, 60 }.Select(Random),
        Steady(3), Steady(8),
    ];

    public static RecitedText Prose { get; } = Say("prose", 5,
        ("The sailor who would find his longitude needs two clocks. One of them he sets each noon by the sun above his deck. "
        + "The other must keep the hour of the harbour that he left months ago. Every four minutes between them are one degree. "
        + "For centuries nobody could build such an instrument. Pendulums failed on rolling ships, and springs grew slack in warm air. "
        + "Parliament therefore offered twenty thousand pounds to anyone with a practical answer. Astronomers trusted the moon instead. "
        + "They measured how far she stood from certain stars and spent long evenings with tables. A carpenter from Yorkshire thought otherwise. "
        + "John Harrison made his first timekeeper almost entirely of wood. Its wheels of oak needed no oil whatsoever. "
        + "Later he joined brass and steel so that heat could not disturb the rhythm. His fourth machine looked like an ordinary pocket watch. "
        + "On the voyage to Jamaica it lost five seconds in eighty one days. The judges suspected luck and asked for another trial. "
        + "Harrison was an old man before the king himself took up his cause.").Split(". "));

    public TimeSpan Duration => Lines[^1][^1].End + TimeSpan.FromSeconds(0.5);

    public IEnumerable<string> Words => Lines.SelectMany(line => line).Select(word => Plain(word.Text));

    /// <summary>Returns what a recogniser hears in a range: whole words, or whole lines alone.</summary>
    public IReadOnlyList<SpokenPhrase> Heard(TimeRange audio, TimesGiven times, bool wholeLines, Random random)
    {
        var shift = times is TimesGiven.OfWordsShifted or TimesGiven.OfPhrasesShifted
            ? TimeSpan.FromSeconds(random.Next(2) == 0 ? 0.4 : -0.4) : TimeSpan.Zero;
        var phrases = new List<SpokenPhrase>();
        foreach (var line in Lines)
        {
            List<SpokenWord> heard = [.. line
                .Where(word => word.Start >= audio.Start && word.End <= audio.End)
                .Select(word => times == TimesGiven.OfWordsInexact ? Moved(word, random.Next(-400, 401) / 1000.0) : word)
                .Select(word => Moved(word, shift.TotalSeconds))];
            if (heard.Count == 0 || (wholeLines && heard.Count < line.Count))
                continue;
            var text = string.Join(' ', heard.Select(word => word.Text));
            var withWords = times is TimesGiven.OfWords or TimesGiven.OfWordsShifted or TimesGiven.OfWordsInexact;
            phrases.Add(new SpokenPhrase(heard[0].Start, heard[^1].End, text,
                withWords ? [.. heard.Select((word, i) => i == 0 ? word : word with { Text = ' ' + word.Text })] : []));
        }

        return times == TimesGiven.None
            ? [.. EstimatedTimings.Over(string.Join(' ', phrases.Select(phrase => phrase.Text)), audio.Duration())
                .Select(phrase => phrase.In(audio))]
            : phrases;
    }

    /// <summary>Returns how many words both ranges hold.</summary>
    public int Shared(TimeRange left, TimeRange right) => Lines.SelectMany(line => line)
        .Count(word => word.Start >= right.Start && word.End <= left.End);

    public static string Plain(string word) => word.Trim().Trim('.', ',', '?').ToLowerInvariant();

    private static SpokenWord Moved(SpokenWord word, double seconds) => word with
    {
        Start = word.Start + TimeSpan.FromSeconds(seconds),
        End = word.End + TimeSpan.FromSeconds(seconds),
    };

    private static RecitedText Random(int vocabulary)
    {
        var random = new Random(vocabulary);
        return Say($"{vocabulary} words at random", vocabulary, Enumerable.Range(0, 60).Select(_ =>
            string.Join(' ', Enumerable.Range(0, random.Next(2, 9)).Select(_ => $"w{random.Next(vocabulary)}")) + "."));
    }

    /// <summary>Every word 0.3 s, every pause 0.1 s.</summary>
    private static RecitedText Steady(int vocabulary)
    {
        var random = new Random(vocabulary + 100);
        var at = 0;
        return new RecitedText($"{vocabulary} words in step", [.. Enumerable.Range(0, 60).Select(_ =>
            (IReadOnlyList<SpokenWord>)[.. Enumerable.Range(0, 5).Select(_ => Word($"w{random.Next(vocabulary)}", at += 400, 300))])]);
    }

    private static RecitedText Say(string name, int seed, IEnumerable<string> lines)
    {
        var random = new Random(seed);
        var at = 0;
        return new RecitedText(name, [.. lines.Select(line =>
        {
            at += random.Next(100, 500);
            return (IReadOnlyList<SpokenWord>)[.. line.Split(' ').Select(text =>
            {
                var length = random.Next(150, 300 + text.Length * 30);
                var word = Word(text, at + random.Next(20, 90), length);
                at = (int)word.End.TotalMilliseconds;
                return word;
            })];
        })]);
    }

    private static SpokenWord Word(string text, int at, int length) =>
        new(TimeSpan.FromMilliseconds(at), TimeSpan.FromMilliseconds(at + length), text);

    private static string Number(int i) => i < 12 ? Numbers[i] : $"{Numbers[i / 12 % 12]} {Numbers[i % 12]}";
}
