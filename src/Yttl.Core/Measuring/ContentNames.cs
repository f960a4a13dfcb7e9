using System.Buffers;

namespace Yttl.Core.Measuring;

/// <summary>
/// The content that the JSON of a step refers to. It shows in the records of a run which step needed which.
/// </summary>
internal static class ContentNames
{
    private const int HashLength = 64;

    /// <summary>Enough digits to distinguish the contents of one run.</summary>
    private const int Digits = 12;

    private static readonly SearchValues<char> Hexadecimal = SearchValues.Create("0123456789abcdef");

    /// <returns>The first digits of every hash that is a whole string in <paramref name="json"/>, each once.</returns>
    public static IReadOnlyList<string> In(string json)
    {
        var names = new List<string>();
        for (var quote = json.IndexOf('"'); quote >= 0; quote = json.IndexOf('"', quote + 1))
        {
            var end = quote + 1 + HashLength;
            if (end >= json.Length || json[end] is not '"')
                continue;
            var hash = json.AsSpan(quote + 1, HashLength);
            if (hash.ContainsAnyExcept(Hexadecimal))
                continue;
            var name = hash[..Digits].ToString();
            if (!names.Contains(name))
                names.Add(name);
            quote = end;
        }

        return names;
    }
}
