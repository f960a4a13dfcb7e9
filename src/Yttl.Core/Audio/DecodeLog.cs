using System.Globalization;
using System.Text.RegularExpressions;

namespace Yttl.Core.Audio;

/// <summary>What ffmpeg logged while it decoded a file.</summary>
/// <param name="Complaint">First error that ffmpeg reported, on one line; null where it reported none.</param>
/// <param name="Holes">Lengths of the padded ranges, in order; the first may be a late start.</param>
internal sealed partial record DecodeLog(string? Complaint, IReadOnlyList<TimeSpan> Holes)
{
    /// <summary>Number of samples in each block that ffmpeg pads; a remainder follows.</summary>
    private const int Block = 16384;

    /// <param name="sampleRate">Sample rate of the stored stream: ffmpeg counts padding at this rate.</param>
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

    /// <summary>Joins the logs of several ranges of one file, in order.</summary>
    public static DecodeLog Join(IEnumerable<DecodeLog> logs)
    {
        var all = logs.ToList();
        return new DecodeLog(
            all.Select(log => log.Complaint).FirstOrDefault(complaint => complaint is not null),
            [.. all.SelectMany(log => log.Holes)]);
    }

    // ffmpeg reports some damage as a warning only.
    [GeneratedRegex(
        @"^(?:\[[^\]\n]*\] )*\[(?:(?:error|fatal)\] |warning\] (?=[^\n]*(?:corrupt|do not match)))([^\n]{1,300})",
        RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Complaints();

    [GeneratedRegex(@"adding ([0-9]{1,9}) audio samples of silence", RegexOptions.CultureInvariant)]
    private static partial Regex Padding();
}
