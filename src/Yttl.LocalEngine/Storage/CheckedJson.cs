using System.Security.Cryptography;
using System.Text;

namespace Yttl.LocalEngine.Storage;

/// <summary>
/// Stores a JSON object with the SHA-256 of its text as its first member: <c>{"checksum":"…",…}</c>. An earlier version
/// of YTTL reads the same object, since it skips members that it does not know.
/// </summary>
internal static class CheckedJson
{
    private const int HashLength = 64;

    private static ReadOnlySpan<byte> Start => "{\"checksum\":\""u8;

    private static int Length => Start.Length + HashLength + 2;

    /// <param name="json">An object with at least one member, in UTF-8.</param>
    public static byte[] Write(ReadOnlySpan<byte> json) => [.. Start, .. HashOf(json[1..]), .. "\","u8, .. json[1..]];

    /// <summary>Returns the object without its checksum.</summary>
    /// <param name="file">Its content is undefined afterwards.</param>
    /// <param name="json">Text without a checksum is of an earlier version, and is returned as it is.</param>
    /// <returns>False where the text is not what was written.</returns>
    public static bool TryRead(byte[] file, out ReadOnlySpan<byte> json)
    {
        json = file;
        if (!json.StartsWith(Start))
            return true;
        if (json.Length < Length || !json[Start.Length..].StartsWith(HashOf(json[Length..])))
            return false;
        file[Length - 1] = (byte)'{';
        json = json[(Length - 1)..];
        return true;
    }

    private static byte[] HashOf(ReadOnlySpan<byte> text) =>
        Encoding.ASCII.GetBytes(Convert.ToHexStringLower(SHA256.HashData(text)));
}
