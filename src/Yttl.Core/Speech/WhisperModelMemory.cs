namespace Yttl.Core.Speech;

/// <summary>How much memory a Whisper model takes once it is loaded.</summary>
public static class WhisperModelMemory
{
    private const long Megabyte = 1024 * 1024;

    /// <summary>https://github.com/ggml-org/whisper.cpp#memory-usage; for quantised models it is too much.</summary>
    private static readonly (string Name, long Bytes)[] Known =
    [
        ("tiny", 273 * Megabyte),
        ("base", 388 * Megabyte),
        ("small", 852 * Megabyte),
        ("medium", 2_100 * Megabyte),
        ("large", 3_900 * Megabyte),
    ];

    /// <param name="model">A path, or a name that contains a size: <c>ggml-base.en.bin</c>, <c>large-v3-turbo</c>.</param>
    /// <returns>In bytes; for a file half more than it is long, for a name that says no size as for <c>small</c>.</returns>
    public static long Of(string model)
    {
        if (File.Exists(model))
            return new FileInfo(model).Length * 3 / 2;
        var size = Array.Find(Known, known => model.Contains(known.Name, StringComparison.OrdinalIgnoreCase)).Bytes;
        return size > 0 ? size : 852 * Megabyte;
    }
}
