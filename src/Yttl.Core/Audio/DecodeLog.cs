using System.Globalization;
using System.Text.RegularExpressions;

namespace Yttl.Core.Audio;

/// <summary>What ffmpeg said of a file while it decoded it.</summary>
/// <param name="Complaint">Its first complaint, on one line; null where it had none.</param>
/// <param name="Holes">Lengths of what it padded, in order; the first may be a late start.</param>
internal sealed partial record DecodeLog(string? Complaint, IReadOnlyList<TimeSpan> Holes)
{
    /// <summary>ffmpeg pads in blocks of this many samples and a remainder.</summary>
    private const int Block = 16384;

    /// <param name="sampleRate">Of the stream as stored, in which ffmpeg counts what it pads.</param>
    public static DecodeLog Read(string errorTail, int sampleRate)
    {
        var complaint = Complaints().Match(errorTail);
        var holes = new List<TimeSpan>();
        long samples = 0;
        foreach (Match match in Padding().Matches(errorTail))
        {
            var block = int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
            samples += block;
            if (block is Block)
                continue;
            holes.Add(TimeSpan.FromSeconds((double)samples / sampleRate));
            samples = 0;
        }

        return new DecodeLog(complaint.Success ? complaint.Groups[1].Value.Trim() : null, holes);
    }

    /// <summary>What several said of one file, in its order.</summary>
    public static DecodeLog Join(IEnumerable<DecodeLog> logs)
    {
        var all = logs.ToList();
        return new DecodeLog(
            all.Select(log => log.Complaint).FirstOrDefault(complaint => complaint is not null),
            [.. all.SelectMany(log => log.Holes)]);
    }

    // Some damage is worth no more than a warning to ffmpeg.
    [GeneratedRegex(
        @"^(?:\[[^\]\n]*\] )*\[(?:(?:error|fatal)\] |warning\] (?=[^\n]*(?:corrupt|do not match)))([^\n]{1,300})",
        RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Complaints();

    [GeneratedRegex(@"adding ([0-9]{1,9}) audio samples of silence", RegexOptions.CultureInvariant)]
    private static partial Regex Padding();
}
