using System.Buffers;
using System.Text;

namespace Yttl.Core.Text;

/// <summary>
/// Keeps the directional formatting characters of a text from turning what stands behind it, as
/// https://trojansource.codes shows. Pairs and their nesting are those of the Unicode Bidirectional Algorithm
/// (https://www.unicode.org/reports/tr9/, X1 to X8 and BD9). Marks without an end (U+200E, U+200F, U+061C) turn nothing and
/// stay.
/// </summary>
public static class BidiControls
{
    /// <summary>Ends an embedding or an override: U+202A, U+202B, U+202D, U+202E.</summary>
    private const char PopDirectionalFormatting = '\u202C';

    /// <summary>Ends an isolate: U+2066, U+2067, U+2068.</summary>
    private const char PopDirectionalIsolate = '\u2069';

    private static readonly SearchValues<char> Controls =
        SearchValues.Create("\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069");

    /// <summary>
    /// Returns the text without each control that has no partner in its line: one that is not ended, or ends nothing. Pairs
    /// stay.
    /// </summary>
    public static string Balance(string text)
    {
        if (text.AsSpan().IndexOfAny(Controls) < 0)
            return text;
        var unpaired = Unpaired(text);
        if (unpaired.Count == 0)
            return text;
        var balanced = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
            if (!unpaired.Contains(i))
                balanced.Append(text[i]);
        return balanced.ToString();
    }

    private static HashSet<int> Unpaired(string text)
    {
        var unpaired = new HashSet<int>();
        var open = new Stack<int>();
        var isolates = 0;
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '\u202A' or '\u202B' or '\u202D' or '\u202E':
                    open.Push(i);
                    break;
                case '\u2066' or '\u2067' or '\u2068':
                    open.Push(i);
                    isolates++;
                    break;
                // An embedding inside an isolate is ended inside it.
                case PopDirectionalFormatting when open.TryPeek(out var start) && !IsIsolate(text[start]):
                    open.Pop();
                    break;
                // An isolate that ends takes the embeddings inside it along: they have no end of their own.
                case PopDirectionalIsolate when isolates > 0:
                    while (!IsIsolate(text[open.Peek()]))
                        unpaired.Add(open.Pop());
                    open.Pop();
                    isolates--;
                    break;
                case PopDirectionalFormatting or PopDirectionalIsolate:
                    unpaired.Add(i);
                    break;
                // The ends of a paragraph (bidi class B), and U+2028, where many programs begin a new one.
                case '\n' or '\r' or '\u001C' or '\u001D' or '\u001E' or '\u0085' or '\u2028' or '\u2029':
                    unpaired.UnionWith(open);
                    open.Clear();
                    isolates = 0;
                    break;
            }
        }

        unpaired.UnionWith(open);
        return unpaired;
    }

    private static bool IsIsolate(char control) => control >= '\u2066';
}
