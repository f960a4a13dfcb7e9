using System.Text;
using System.Text.Json;

namespace Yttl.Core.Summaries.Chat;

/// <summary>
/// Finds the JSON in the body of an answer: one document, or several where a server streams although it was not asked to
/// (server-sent events, or a document a line), with the marks that such streams have around them.
/// </summary>
internal static class ChatBody
{
    // A stream has an event for each token.
    private const int MostDocuments = 100_000;

    /// <returns>Null where the body has no whole document. To be disposed by the caller.</returns>
    public static List<JsonDocument>? Read(ReadOnlyMemory<byte> body)
    {
        var documents = new List<JsonDocument>();
        try
        {
            for (var rest = body; documents.Count < MostDocuments && Start(rest.Span) is >= 0 and var start;)
            {
                rest = rest[start..];
                var length = Length(rest.Span);
                if (length is 0)
                    break;
                documents.Add(JsonDocument.Parse(rest[..length]));
                rest = rest[length..];
            }
        }
        catch (JsonException)
        {
            // Ends in the middle of a document: what came before it is half an answer.
            Dispose(documents);
            return null;
        }

        return documents is [] ? null : documents;
    }

    /// <summary>Whether a line of the body ends a stream. An answer may speak of that mark.</summary>
    public static bool HasEnd(ReadOnlySpan<byte> body)
    {
        foreach (var range in body.Split((byte)'\n'))
        {
            var line = body[range].TrimStart(" \t"u8);
            if (line.StartsWith("data:"u8))
                line = line["data:".Length..].TrimStart(" \t"u8);
            if (line.StartsWith("[DONE]"u8))
                return true;
        }

        return false;
    }

    public static void Dispose(List<JsonDocument> documents) => documents.ForEach(document => document.Dispose());

    /// <summary>Where the next document begins: at the start of a line, after <c>data:</c> and blanks.</summary>
    /// <returns>-1 where only marks are left.</returns>
    private static int Start(ReadOnlySpan<byte> text)
    {
        var at = 0;
        if (text.StartsWith(Encoding.UTF8.Preamble))
            at = Encoding.UTF8.Preamble.Length;
        while (at < text.Length)
        {
            while (at < text.Length && text[at] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
                at++;
            if (text[at..].StartsWith("data:"u8))
            {
                at += "data:".Length;
                continue;
            }

            if (IsDocument(text[at..]))
                return at;
            // "[DONE]", "event: …", ": a comment", or something else that is no document.
            var line = text[at..].IndexOf((byte)'\n');
            if (line < 0)
                return -1;
            at += line + 1;
        }

        return -1;
    }

    /// <summary>An object, or a list of them: <c>[DONE]</c> is none.</summary>
    private static bool IsDocument(ReadOnlySpan<byte> text) =>
        text is [(byte)'{', ..] || (text is [(byte)'[', ..] && text[1..].TrimStart(" \t\r\n"u8) is [(byte)'{', ..]);

    /// <summary>The length of the document at the beginning; 0 where it has no end.</summary>
    private static int Length(ReadOnlySpan<byte> text)
    {
        var reader = new Utf8JsonReader(text, isFinalBlock: true, default);
        reader.Read();
        reader.Skip();
        return (int)reader.BytesConsumed;
    }
}
