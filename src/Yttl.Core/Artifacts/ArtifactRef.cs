using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Yttl.Core.Json;

namespace Yttl.Core.Artifacts;

/// <summary>
/// References stored content by its SHA-256 (64 lower-case hex digits). Steps take and return references, never the
/// content: equal references mean equal content, on every host.
/// </summary>
[JsonConverter(typeof(TextConverter<ArtifactRef>))]
public readonly record struct ArtifactRef : IParsable<ArtifactRef>
{
    private readonly string? _hash;

    private ArtifactRef(string hash) => _hash = hash;

    public override string ToString() => _hash ?? throw new InvalidOperationException("An empty artifact reference.");

    public static ArtifactRef OfHash(ReadOnlySpan<byte> sha256) => new(Convert.ToHexStringLower(sha256));

    public static ArtifactRef Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var reference) ? reference : throw new FormatException($"'{s}' is not an artifact reference.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ArtifactRef result)
    {
        var valid = s is { Length: 64 } && s.All(char.IsAsciiHexDigitLower);
        result = valid ? new ArtifactRef(s!) : default;
        return valid;
    }
}
