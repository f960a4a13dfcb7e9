namespace Yttl.Core.Audio;

/// <summary>What counts as silence.</summary>
/// <param name="Threshold">
/// In dB relative to full scale, from -90 to -10: frames below it are silent. Null follows the noise floor and the level
/// of the speech, which no fixed number does: -40 dB hears speech as silence in a quiet recording, and no silence in a
/// noisy room.
/// </param>
/// <param name="MinLength">Shorter ones are part of the speech.</param>
public sealed record SilenceSettings(double? Threshold, TimeSpan MinLength)
{
    public static readonly SilenceSettings Default = new(null, TimeSpan.FromSeconds(0.5));
}
