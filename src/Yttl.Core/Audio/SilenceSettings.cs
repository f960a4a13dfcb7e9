namespace Yttl.Core.Audio;

/// <summary>Defines what counts as silence.</summary>
/// <param name="Threshold">
/// Level below which a frame is silent, in dB relative to full scale. Null derives it from the noise
/// floor and the speech level of the recording, which no fixed number fits: -40 dB takes the speech of a quiet
/// recording for silence and finds no silence in a noisy room.
/// </param>
/// <param name="MinLength">Minimum length; shorter silences are part of the speech.</param>
public sealed record SilenceSettings(double? Threshold, TimeSpan MinLength)
{
    public static readonly SilenceSettings Default = new(null, TimeSpan.FromSeconds(0.5));
}
