namespace Yttl.Core.Speech;

/// <summary>Estimates the memory of a loaded Whisper model.</summary>
public static class WhisperModelMemory
{
    private const long Megabyte = 1024 * 1024;

    /// <summary>From https://github.com/ggml-org/whisper.cpp#memory-usage; too high for quantised models.</summary>
    private static readonly (string Name, long Bytes)[] Known =
    [
        ("tiny", 273 * Megabyte),
        ("base", 388 * Megabyte),
        ("small", 852 * Megabyte),
        ("medium", 2_100 * Megabyte),
        ("large", 3_900 * Megabyte),
    ];

    /// <param name="model">A path, or a name with a size: <c>ggml-base.en.bin</c>, <c>large-v3-turbo</c>.</param>
    /// <returns>
    /// In bytes. One and a half times the length of a file; as for <c>small</c> where the name has no size.
    /// </returns>
    public static long Estimate(string model)
    {
        if (File.Exists(model))
            return new FileInfo(model).Length * 3 / 2;
        var size = Array.Find(Known, known => model.Contains(known.Name, StringComparison.OrdinalIgnoreCase)).Bytes;
        return size > 0 ? size : 852 * Megabyte;
    }
}
