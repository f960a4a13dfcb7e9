using System.Globalization;
using Yttl.Core.Text;

namespace Yttl.Core.Captions.Fetching;

/// <summary>
/// Reads the packets that ffprobe prints, line by line: <c>pts_time=1.5</c>, and data as <c>xxd</c> does, sixteen bytes
/// a line: <c>00000010: 6f6e 6520 7477 6f20  one two</c>.
/// </summary>
/// <param name="limit">The most bytes of data.</param>
internal sealed class PacketDump(int limit)
{
    private const int OffsetLength = 10;
    private const int HexLength = 40;

    private readonly List<(double Start, double? Duration, byte[] Data)> _packets = [];
    private readonly List<byte> _data = [];
    private double? _start, _duration;
    private double _fileStart;
    private long _total;

    /// <summary>Whether the limit is exceeded. Nothing more is added then.</summary>
    public bool IsFull => _total + _data.Count > limit;

    public void Add(string line)
    {
        if (line.StartsWith("pts_time=", StringComparison.Ordinal))
            _start = LooseNumber.Parse(line.AsSpan(line.IndexOf('=') + 1));
        else if (line.StartsWith("duration_time=", StringComparison.Ordinal))
            _duration = LooseNumber.Parse(line.AsSpan(line.IndexOf('=') + 1));
        else if (line.StartsWith("start_time=", StringComparison.Ordinal))
            _fileStart = Math.Max(0, LooseNumber.Parse(line.AsSpan(line.IndexOf('=') + 1)) ?? 0);
        else if (line is "[/PACKET]")
            Close();
        else if (line.Length > OffsetLength && line[OffsetLength - 2] == ':' && line[OffsetLength - 1] == ' ')
            AddData(line.AsSpan(OffsetLength, Math.Min(HexLength, line.Length - OffsetLength)));
    }

    /// <summary>
    /// Returns the packets with a time, from the beginning of the file, which is the video's time zero. A negative
    /// beginning is that of samples which only prime the decoder.
    /// </summary>
    public IReadOnlyList<SubtitlePacket> All() =>
    [
        .. _packets.Select(packet => new SubtitlePacket(
            At(packet.Start - _fileStart),
            packet.Duration is > 0 and var length ? At(packet.Start - _fileStart + length) : null,
            packet.Data)),
    ];

    private static TimeSpan At(double seconds) => CueTimestamp.FromMilliseconds(seconds * 1000);

    private void AddData(ReadOnlySpan<char> hex)
    {
        foreach (var pair in hex.Trim().Split(' '))
        {
            var digits = hex.Trim()[pair];
            for (var i = 0; i + 1 < digits.Length; i += 2)
                if (byte.TryParse(digits.Slice(i, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
                    _data.Add(value);
        }
    }

    private void Close()
    {
        _total += _data.Count;
        if (_start is { } start && _data.Count > 0)
            _packets.Add((start, _duration, [.. _data]));
        _data.Clear();
        (_start, _duration) = (null, null);
    }
}
