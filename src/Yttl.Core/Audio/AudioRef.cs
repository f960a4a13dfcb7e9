namespace Yttl.Core.Audio;

/// <summary>References decoded audio in the <see cref="IAudioStore"/>.</summary>
/// <param name="Key">
/// 64 lower-case hexadecimal digits. The same source decoded in the same way has the same key.
/// </param>
/// <param name="Samples">Length in samples of <see cref="PcmFormat"/>.</param>
public sealed record AudioRef(string Key, long Samples)
{
    public TimeSpan Duration() => PcmFormat.TimeOf(Samples);
}
