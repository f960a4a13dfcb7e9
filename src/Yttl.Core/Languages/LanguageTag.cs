using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Yttl.Core.Json;

namespace Yttl.Core.Languages;

/// <summary>
/// A BCP 47 language tag (<c>en</c>, <c>pt-BR</c>, <c>zh-Hans</c>). Equality ignores case. Checks the syntax, not the
/// registry.
/// </summary>
[JsonConverter(typeof(TextConverter<LanguageTag>))]
public readonly record struct LanguageTag : IParsable<LanguageTag>
{
    private readonly string? _value;

    private LanguageTag(string value) => _value = value;

    /// <summary>The primary language subtag: <c>pt</c> of <c>pt-BR</c>.</summary>
    public string Primary => ToString().Split('-')[0];

    public bool SharesLanguageWith(LanguageTag other) =>
        string.Equals(Primary, other.Primary, StringComparison.OrdinalIgnoreCase);

    public bool Equals(LanguageTag other) =>
        string.Equals(ToString(), other.ToString(), StringComparison.OrdinalIgnoreCase);

    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(ToString());

    public override string ToString() => _value ?? "und";

    public static LanguageTag Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var tag) ? tag : throw new FormatException($"'{s}' is not a language tag such as 'en' or 'pt-BR'.");

    public static bool TryParse(string? text, out LanguageTag tag) => TryParse(text, null, out tag);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out LanguageTag result)
    {
        result = default;
        var parts = s?.Trim().Replace('_', '-').Split('-') ?? [];
        if (parts is [] || parts[0].Length is < 2 or > 8 || !parts[0].All(char.IsAsciiLetter))
            return false;
        if (parts.Skip(1).Any(part => part.Length is < 1 or > 8 || !part.All(char.IsAsciiLetterOrDigit)))
            return false;
        result = new LanguageTag(string.Join('-', parts));
        return true;
    }
}
