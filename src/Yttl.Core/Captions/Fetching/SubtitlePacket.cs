using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Yttl.Core.Captions.Fetching;

/// <summary>One packet of a subtitle stream, as the container stores it.</summary>
/// <param name="End">Null where the container gives no duration.</param>
/// <param name="Data">In the stream's encoding, which may be a legacy code page although none is allowed.</param>
internal readonly record struct SubtitlePacket(TimeSpan Start, TimeSpan? End, byte[] Data)
{
    private const int FieldsBeforeLayer = 1;

    /// <summary>
    /// Makes the caption file that the packets come from, so that it is decoded and read as any other: SubRip for plain
    /// texts, else the codec's own format.
    /// </summary>
    /// <param name="codec">As <see cref="Sources.CaptionTrack.Codec"/>.</param>
    public static byte[] ToFile(IReadOnlyList<SubtitlePacket> packets, string? codec)
    {
        using var file = new MemoryStream();
        file.Write(codec switch
        {
            "ass" or "ssa" => "[Events]\n"u8,
            "webvtt" => "WEBVTT\n\n"u8,
            _ => ""u8,
        });
        for (var i = 0; i < packets.Count; i++)
        {
            var start = packets[i].Start;
            var end = packets[i].End ?? NextStart(packets, i) ?? start;
            if (codec is "ass" or "ssa")
                WriteEvent(file, packets[i], end);
            else
                WriteCue(file, i + 1, start, end, codec is "mov_text" ? TextOfSample(packets[i].Data) : packets[i].Data);
        }

        return file.ToArray();
    }

    private static TimeSpan? NextStart(IReadOnlyList<SubtitlePacket> packets, int index) =>
        index + 1 < packets.Count ? packets[index + 1].Start : null;

    private static void WriteCue(MemoryStream file, int number, TimeSpan start, TimeSpan end, ReadOnlySpan<byte> text)
    {
        Write(file, string.Create(CultureInfo.InvariantCulture, $"{number}\n{Time(start)} --> {Time(end)}\n"));
        file.Write(text);
        file.Write("\n\n"u8);
    }

    /// <summary>
    /// A packet is a line of a script without its times: <c>ReadOrder,Layer,Style,Name,…,Text</c>.
    /// <see href="https://www.matroska.org/technical/subtitles.html#ssaass-subtitles"/>
    /// </summary>
    private static void WriteEvent(MemoryStream file, SubtitlePacket packet, TimeSpan end)
    {
        var rest = packet.Data.AsSpan()[(packet.Data.AsSpan().IndexOf((byte)',') + FieldsBeforeLayer)..];
        var layer = rest.IndexOf((byte)',');
        if (layer < 0)
            return;
        file.Write("Dialogue: "u8);
        file.Write(rest[..layer]);
        Write(file, $",{Time(packet.Start)},{Time(end)}");
        file.Write(rest[layer..]);
        file.Write("\n"u8);
    }

    /// <summary>
    /// A sample of MP4 has the length of its text before it, in 16 bits, and styles after it. UTF-16 has its byte order
    /// mark. (3GPP TS 26.245, 5.17)
    /// </summary>
    private static ReadOnlySpan<byte> TextOfSample(ReadOnlySpan<byte> sample)
    {
        if (sample.Length < sizeof(ushort))
            return [];
        var length = Math.Min(BinaryPrimitives.ReadUInt16BigEndian(sample), sample.Length - sizeof(ushort));
        var text = sample.Slice(sizeof(ushort), length);
        return text.StartsWith(Encoding.BigEndianUnicode.Preamble) ? Utf8(Encoding.BigEndianUnicode, text)
            : text.StartsWith(Encoding.Unicode.Preamble) ? Utf8(Encoding.Unicode, text)
            : text;
    }

    private static byte[] Utf8(Encoding encoding, ReadOnlySpan<byte> text) =>
        Encoding.UTF8.GetBytes(encoding.GetString(text[encoding.Preamble.Length..]));

    private static string Time(TimeSpan time) => string.Create(
        CultureInfo.InvariantCulture, $"{(int)time.TotalHours:00}:{time.Minutes:00}:{time.Seconds:00}.{time.Milliseconds:000}");

    private static void Write(MemoryStream file, string text) => file.Write(Encoding.ASCII.GetBytes(text));
}
