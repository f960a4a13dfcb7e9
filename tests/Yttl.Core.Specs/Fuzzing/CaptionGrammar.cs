using System.Globalization;
using System.Text;

namespace Yttl.Core.Specs.Fuzzing;

/// <summary>
/// Writes caption files of known cues as broken programs, translators and hands write them: each file in one style, each
/// line spelled anew.
/// </summary>
internal sealed class CaptionGrammar
{
    private const int MostCues = 12;

    private static readonly string[] LineEnds = ["\n", "\n", "\r\n", "\r\n", "\r\r\n", "\r"];

    private static readonly string[] Arrows =
    [
        " --> ", " --> ", " --> ", "-->", " -> ", "->", " ---> ", " --&gt; ", " → ", " —> ", " –> ", " => ", " -- > ", "\t-->\t",
        " －－＞ ", " ⟶ ", "   -->   ",
    ];

    private static readonly string[] Dashes = [" – ", " — ", " - ", " -- "];

    private static readonly string[] Words =
    [
        "bridge", "river", "was", "the", "10:30", "--", "->", "3", "a < b", "R&amp;D", "<i>tower</i>", "{\\an8}up", "桥在春天", "мост",
        "2-3", "…and", "No.", "No.", "<c.yellow>light</c>", "x => y", "→", "16:9",
    ];

    private static readonly string[] Damaged =
    [
        "00:00:75,000{0}00:00:80,000", "00:75:00,000{0}00:76:00,000", "NaN:NaN:NaN,NaN{0}NaN:NaN:NaN,NaN", "00:00:0x,000{0}00:00:04,000",
        "1:2:3:4:5:6{0}1:2:3:4:5:7", "00:00:60.500{0}00:01:02.000",
    ];

    private readonly Random _random;
    private readonly StringBuilder _text = new();
    private readonly bool _isWebVtt;
    private readonly bool _hasFractions;
    private readonly bool _hasDashes;
    private readonly string? _wide;
    private readonly int _ids;

    private CaptionGrammar(Random random)
    {
        _random = random;
        _isWebVtt = Chance(2);
        _hasFractions = !Chance(5);
        _hasDashes = _hasFractions && Chance(6);
        _wide = Chance(6) ? "０１２３４５６７８９" : Chance(20) ? "٠١٢٣٤٥٦٧٨٩" : null;
        _ids = random.Next(3);
        Format = _isWebVtt ? "vtt" : "srt";
    }

    public string Format { get; }

    /// <summary>What is said, with the word that only this cue has.</summary>
    public List<(TimeSpan Start, TimeSpan End, string Word)> Cues { get; } = [];

    /// <summary>Words that must not be said, because their times cannot be or they are comments.</summary>
    public List<string> Unspoken { get; } = [];

    public int DamagedTimings { get; private set; }

    public int OrphanLines { get; private set; }

    public string Text { get; private set; } = "";

    public static CaptionGrammar From(Random random)
    {
        var file = new CaptionGrammar(random);
        file.Write();
        return file;
    }

    private void Write()
    {
        if (_isWebVtt)
            Line("WEBVTT" + One("", "", " Kind: captions", "\nKind: captions\nLanguage: en"));
        if (_isWebVtt)
            Line("");
        if (Chance(8))
        {
            Line($"orphan{OrphanLines++} stands before");
            Line("");
        }

        var time = TimeSpan.FromSeconds(_random.Next(3));
        for (int cue = 0, count = 1 + _random.Next(MostCues); cue < count; cue++)
            Cue(cue, ref time, mayBeDamaged: cue > 0 && cue < count - 1);
        Text = _text.ToString().Replace("\n", One(LineEnds), StringComparison.Ordinal);
    }

    private void Cue(int cue, ref TimeSpan time, bool mayBeDamaged)
    {
        var start = time;
        var end = start + Duration();
        time = Chance(3) ? end : end + Duration();
        if (Chance(40))
            time += TimeSpan.FromHours(1);
        var isLast = !mayBeDamaged;
        if (_isWebVtt && Chance(10))
        {
            Unspoken.Add($"comment{cue}");
            Line($"NOTE{One(" ", "\n")}comment{cue}{One("", "\nof two lines")}");
            Line("");
        }

        if (_ids == 1)
            Line((cue + 1).ToString(CultureInfo.InvariantCulture));
        else if (_ids == 2 && _isWebVtt)
            Line($"part-{cue}");
        var isDamaged = !isLast && Chance(8);
        var word = $"{(isDamaged ? "lost" : "word")}{cue}q";
        if (isDamaged)
        {
            DamagedTimings++;
            Unspoken.Add(word);
            Line(string.Format(CultureInfo.InvariantCulture, One(Damaged), One(" --> ", "-->", " --&gt; ")));
        }
        else
        {
            Cues.Add((start, end, word));
        }

        var text = Speech(word);
        var isOnTimingLine = !isDamaged && Chance(10);
        if (!isDamaged)
            Line(Timing(start, end, isOnTimingLine ? text : null));
        if (!isOnTimingLine)
        {
            if (Chance(6))
                Line(One("", " "));
            Line(text);
        }

        if (Chance(4))
        {
            if (Chance(3))
                Line("");
            Line(Speech(word));
            Line("");
        }
        else if (_isWebVtt || isOnTimingLine || !Chance(12))
        {
            Line("");
            if (Chance(6))
                Line("");
        }
    }

    /// <summary>Begins with a word, so that no line is an index or a timing line.</summary>
    private string Speech(string word) =>
        string.Join(' ', Enumerable.Range(0, _random.Next(5)).Select(_ => One(Words)).Prepend("so").Append(word));

    private string Timing(TimeSpan start, TimeSpan end, string? text)
    {
        var separator = _hasDashes ? One(Dashes) : _hasFractions ? One(Arrows) : One(" --> ", "-->", " -> ");
        var needsHours = !_hasFractions || end >= TimeSpan.FromHours(1);
        var line = Time(start, needsHours) + separator + Time(end, needsHours);
        line = _random.Next(12) switch
        {
            0 => $"[{line}]",
            1 => $"({line}) ",
            2 => $"  {line}  ",
            3 => $"\uFEFF{line}",
            _ => line,
        };
        if (Chance(5))
            line += One(" align:start position:0%", " line:91%", " X1:117 X2:600 Y1:040 Y2:080", " align: center", " region:a size:40%");
        return text is null ? line : $"{line} {text}";
    }

    private string Time(TimeSpan time, bool needsHours)
    {
        var colon = One(":", ":", ":", ":", "：", ": ", " : ");
        var hours = (int)time.TotalHours;
        var text = needsHours || !Chance(3)
            ? hours.ToString(One("00", "00", "0", "000"), CultureInfo.InvariantCulture) + colon
            : "";
        text += time.Minutes.ToString(One("00", "00", "0"), CultureInfo.InvariantCulture) + colon
            + time.Seconds.ToString("00", CultureInfo.InvariantCulture);
        if (_hasFractions)
        {
            var digits = time.Milliseconds.ToString("000", CultureInfo.InvariantCulture);
            text += _random.Next(8) switch
            {
                0 when time.Milliseconds % 100 == 0 => $".{digits[0]}",
                1 => $", {digits}",
                2 => $".{digits}000000",
                3 => $",{digits}.0999999",
                4 => $"，{digits}",
                5 when needsHours => $":{digits}",
                6 => $".{digits}:",
                _ => One(",", ".") + digits,
            };
        }

        return _wide is null ? text : string.Concat(text.Select(c => char.IsAsciiDigit(c) ? _wide[c - '0'] : c));
    }

    private TimeSpan Duration() => _hasFractions
        ? TimeSpan.FromMilliseconds(300 + 100 * _random.Next(30) + (Chance(2) ? _random.Next(100) : 0))
        : TimeSpan.FromSeconds(1 + _random.Next(4));

    private void Line(string line) => _text.Append(line).Append('\n');

    private bool Chance(int oneIn) => _random.Next(oneIn) == 0;

    private string One(params string[] choices) => choices[_random.Next(choices.Length)];
}
