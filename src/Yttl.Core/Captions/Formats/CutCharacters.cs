using System.Buffers;
using System.Text;

namespace Yttl.Core.Captions.Formats;

/// <summary>
/// Joins UTF-8 characters that a writer cut in two because it counted bytes: the first bytes end one cue, the others
/// begin the next, with a line end, an index and times between them.
/// </summary>
internal static class CutCharacters
{
    /// <summary>Bytes between the halves: an empty line, an id, times with settings; in JSON the members between.</summary>
    private const int MostBetween = 300;

    /// <returns>The same content where nothing is cut. Takes linear time.</returns>
    public static byte[] Join(byte[] content)
    {
        List<byte>? joined = null;
        int taken = 0, at = 0;
        while (Next(content, at) is var next && next < content.Length)
        {
            var status = Rune.DecodeFromUtf8(content.AsSpan(next), out _, out var head);
            at = next + head;
            if (status != OperationStatus.InvalidData || FindTail(content, next, at) is not { } tail)
                continue;
            joined ??= new List<byte>(content.Length);
            joined.AddRange(content.AsSpan(taken, at - taken));
            joined.AddRange(content.AsSpan(tail));
            joined.AddRange(content.AsSpan(at..tail.Start.Value));
            taken = at = tail.End.Value;
        }

        joined?.AddRange(content.AsSpan(taken));
        return joined is null ? content : [.. joined];
    }

    /// <summary>Returns where the missing bytes are: the next ones beyond ASCII, if they complete the character.</summary>
    private static Range? FindTail(byte[] content, int start, int end)
    {
        var lead = content[start];
        var length = lead switch { >= 0xF0 => 4, >= 0xE0 => 3, >= 0xC2 => 2, _ => 0 };
        var missing = length - (end - start);
        var tail = Next(content, end);
        if (missing <= 0 || tail == end || tail - end > MostBetween || tail + missing > content.Length
            || !content.AsSpan(end..tail).ContainsAny((byte)'\n', (byte)'\r', (byte)'"'))
            return null;
        byte[] whole = [.. content.AsSpan(start..end), .. content.AsSpan(tail, missing)];
        return Rune.DecodeFromUtf8(whole, out _, out var used) == OperationStatus.Done && used == length
            ? tail..(tail + missing)
            : null;
    }

    private static int Next(byte[] content, int from) =>
        content.AsSpan(from).IndexOfAnyExceptInRange((byte)0, (byte)0x7F) is >= 0 and var next ? from + next : content.Length;
}
