using System.Globalization;
using System.Numerics;
using System.Text;
using Yttl.Core.Languages;
using Yttl.Core.Processes;
using Yttl.Core.Sources;
using static System.FormattableString;

namespace Yttl.Core.Settings;

public static class ValueParsers
{
    private const string Auto = "auto";
    private const string None = "none";
    private const int MostBytes = 16 * 1024;

    /// <summary>More choices stand in the description, not beside the flag.</summary>
    private const int LongestHelpName = 26;
    private const StringSplitOptions Trimmed = StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries;

    public static readonly ValueParser<bool> Switch = new(null, "true or false", (string text, out bool value) =>
    {
        value = text.ToLowerInvariant() is "true" or "yes" or "on" or "1";
        return value || text.ToLowerInvariant() is "false" or "no" or "off" or "0";
    }, value => value ? "true" : "false");

    /// <summary>
    /// App Service leaves a Key Vault reference that it cannot resolve in place of the value. It must not become a key:
    /// its text is no secret.
    /// </summary>
    public static readonly ValueParser<string?> Secret = new(
        "KEY",
        "a key",
        (string text, out string? value) => ReadText(text, out value) && !IsUnresolved(text),
        value => value ?? "");

    public static readonly ValueParser<string?> Command = new(
        "COMMAND",
        "a program and its arguments, with every quote closed",
        (string text, out string? value) => ReadText(text, out value) && CommandWords.TrySplit(text, out _),
        value => value ?? "");

    public static readonly ValueParser<string?> Password = new("PASSWORD", "a password", ReadText, value => value ?? "");

    public static readonly ValueParser<Uri?> Address = new(
        "URL", "an http or https URL", (string text, out Uri? value) =>
            Uri.TryCreate(text, UriKind.Absolute, out value) && value.Scheme is "http" or "https",
        FormatAddress);

    public static readonly ValueParser<Uri?> Proxy = new(
        "URL", "the URL of a proxy: http, https, socks4 or socks5", (string text, out Uri? value) =>
            Uri.TryCreate(text, UriKind.Absolute, out value)
            && value.Scheme is "http" or "https" or "socks4" or "socks4a" or "socks5" or "socks5h",
        FormatAddress);

    /// <summary>A proxy that the network guard can go through.</summary>
    public static readonly ValueParser<Uri?> HttpProxy = new(
        "URL", "an http proxy: http://[USER:PASSWORD@]HOST:PORT", (string text, out Uri? value) =>
            Uri.TryCreate(text, UriKind.Absolute, out value) && value is { Scheme: "http", PathAndQuery: "/", Host.Length: > 0 },
        FormatAddress);

    public static readonly ValueParser<string?> Cookies = new(
        "COOKIES", "the content of a Netscape cookie file, as text or base64", (string text, out string? value) =>
        {
            value = CookieJar.Find(text);
            return value is not null;
        }, value => value ?? "");

    public static readonly ValueParser<LanguageTag?> Language = new(
        "TAG", "a language tag such as 'en' or 'pt-BR'", (string text, out LanguageTag? value) =>
        {
            var known = LanguageTag.TryParse(text, out var tag);
            value = known ? tag : null;
            return known;
        }, value => value?.ToString() ?? "");

    /// <summary>The number of calls at once; null is <c>auto</c>.</summary>
    public static readonly ValueParser<int?> Concurrency = WholeNumberOrAuto(1, 256, "a whole number of calls");

    /// <summary>A level below full scale, in decibels; null is <c>auto</c>.</summary>
    public static readonly ValueParser<double?> Decibels = OrAuto<double>(
        "DB|auto",
        "a number of decibels",
        new Bounds(-90, -10, "dB"),
        (string text, out double number) => double.TryParse(
            text,
            NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture,
            out number));

    /// <summary>Whether the text is a Key Vault reference, and not what it refers to.</summary>
    public static bool IsUnresolved(string text) =>
        text.TrimStart().StartsWith("@Microsoft.KeyVault(", StringComparison.OrdinalIgnoreCase);

    public static ValueParser<string?> Text(string helpName, string expected) =>
        new(helpName, expected, ReadText, value => value ?? "");

    /// <summary>A text of one or more lines, of at most 16 KB in UTF-8.</summary>
    public static ValueParser<string?> Lines(string helpName, string expected) =>
        new(helpName, expected, ReadLines, value => value ?? "");

    public static ValueParser<int> WholeNumber(int least, int most, string? unit = null) => new(
        "N",
        $"a whole number from {new Bounds(least, most, unit)}",
        (string text, out int value) => ReadWhole(text, out value) && value >= least && value <= most,
        value => Invariant($"{value}"),
        new Bounds(least, most, unit));

    /// <summary>Null is <c>auto</c>.</summary>
    public static ValueParser<int?> WholeNumberOrAuto(int least, int most, string what = "a whole number") =>
        OrAuto<int>("N|auto", what, new Bounds(least, most), ReadWhole);

    public static ValueParser<double> Number(double least, double most) => new(
        "N",
        $"a number from {new Bounds(least, most)}",
        (string text, out double value) => ReadNumber(text, least, most, out value),
        value => Invariant($"{value}"),
        new Bounds(least, most));

    public static ValueParser<TimeSpan> Seconds(double least, double most) =>
        Time("SECONDS", "a number of seconds", TimeSpan.FromSeconds(1), new Bounds(least, most, "s"));

    public static ValueParser<TimeSpan> Hours(double least, double most) =>
        Time("HOURS", "a number of hours", TimeSpan.FromHours(1), new Bounds(least, most, "h"));

    public static ValueParser<TimeSpan> Days(double least, double most) =>
        Time("DAYS", "a number of days", TimeSpan.FromDays(1), new Bounds(least, most, "d"));

    /// <summary>Null is <c>auto</c>.</summary>
    public static ValueParser<TimeSpan?> SecondsOrAuto(double least, double most) => new(
        "SECONDS|auto",
        $"auto, or a number of seconds from {new Bounds(least, most)}",
        (string text, out TimeSpan? value) =>
        {
            var fits = ReadNumber(text, least, most, out var seconds);
            value = fits ? TimeSpan.FromSeconds(seconds) : null;
            return fits || text.Equals(Auto, StringComparison.OrdinalIgnoreCase);
        },
        value => value is { } time ? Invariant($"{time.TotalSeconds}") : Auto,
        new Bounds(least, most, "s"));

    public static ValueParser<T> OneOf<T>(params (string Name, T Value)[] choices) => new(
        Names(choices, "|") is { Length: <= LongestHelpName } names ? names : "NAME",
        $"one of {Names(choices, ", ")}",
        Choose(choices),
        NameOf(choices));

    /// <summary>
    /// One or more of the choices, in the given order, without repeats. <c>none</c> is the empty list where it is
    /// allowed.
    /// </summary>
    public static ValueParser<IReadOnlyList<T>> ListOf<T>(
        string helpName, bool allowNone, params (string Name, T Value)[] choices)
    {
        var choose = Choose(choices);
        return new(
            helpName,
            $"{(allowNone ? "none, or " : "")}a comma-separated list of {Names(choices, ", ")}",
            (string text, out IReadOnlyList<T> values) =>
            {
                var found = new List<T>();
                values = found;
                if (allowNone && text.Equals(None, StringComparison.OrdinalIgnoreCase))
                    return true;
                foreach (var name in text.Split(',', Trimmed))
                {
                    if (!choose(name, out var value))
                        return false;
                    if (!found.Contains(value))
                        found.Add(value);
                }

                return found.Count > 0;
            },
            values => values.Count > 0 ? string.Join(',', values.Select(NameOf(choices))) : None,
            Many: true);
    }

    private static Reader<T> Choose<T>((string Name, T Value)[] choices) => (string text, out T value) =>
    {
        var found = Array.FindIndex(choices, choice => choice.Name.Equals(text, StringComparison.OrdinalIgnoreCase));
        value = found < 0 ? choices[0].Value : choices[found].Value;
        return found >= 0;
    };

    private static Func<T, string> NameOf<T>((string Name, T Value)[] choices) =>
        value => Array.Find(choices, choice => EqualityComparer<T>.Default.Equals(choice.Value, value)).Name;

    private static ValueParser<TimeSpan> Time(string helpName, string what, TimeSpan unit, Bounds bounds) => new(
        helpName,
        $"{what} from {bounds with { Unit = null }}",
        (string text, out TimeSpan value) =>
        {
            var fits = ReadNumber(text, bounds.Least, bounds.Most, out var number);
            value = number * unit;
            return fits;
        },
        value => Invariant($"{value / unit}"),
        bounds);

    /// <summary>Returns zero where the text is not a number in that range.</summary>
    private static bool ReadNumber(string text, double least, double most, out double value)
    {
        var fits = double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most;
        value = fits ? number : 0;
        return fits;
    }

    private static string Names<T>((string Name, T Value)[] choices, string separator) =>
        string.Join(separator, choices.Select(choice => choice.Name));

    private static ValueParser<T?> OrAuto<T>(string helpName, string what, Bounds bounds, Reader<T> read)
        where T : struct, INumber<T> => new(
            helpName, $"auto, or {what} from {bounds with { Unit = null }}", (string text, out T? value) =>
            {
                var isNumber = read(text, out var number);
                value = isNumber ? number : null;
                return isNumber
                    ? bounds.Hold(double.CreateChecked(number))
                    : text.Equals(Auto, StringComparison.OrdinalIgnoreCase);
            },
            value => value is { } number ? Invariant($"{number}") : Auto,
            bounds);

    private static bool ReadWhole(string text, out int value) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);

    private static string FormatAddress(Uri? value) => value?.AbsoluteUri ?? "";

    private static bool ReadLines(string text, out string? value)
    {
        value = text;
        return Encoding.UTF8.GetByteCount(text) <= MostBytes
            && !text.Any(letter => char.IsControl(letter) && letter is not ('\n' or '\r' or '\t'));
    }

    private static bool ReadText(string text, out string? value)
    {
        value = text;
        return !text.Any(char.IsControl);
    }
}
