namespace Yttl.Core.Audio;

/// <summary>Points at decoded audio in the <see cref="IAudioStore"/>.</summary>
/// <param name="Key">
/// 64 lower-case hexadecimal digits, made from what was decoded and how: the same source decoded alike has the same key.
/// </param>
/// <param name="Samples">Its length, in samples of <see cref="PcmFormat"/>.</param>
public sealed record AudioRef(string Key, long Samples)
{
    public TimeSpan Duration() => PcmFormat.TimeOf(Samples);
}
