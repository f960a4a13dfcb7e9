namespace Yttl.Whisper.Specs;

/// <summary>Of the shared trial data: what is no model, and a word that says why.</summary>
internal static class BrokenModels
{
    public static readonly (string File, string Cause)[] All =
    [
        ("bad/html-error-page-named-ggml-tiny.bin", "bad magic"),
        ("bad/dummy.gguf", "bad magic"),
        ("bad/ggml-whisper-bad-ndims.bin", "dimensions"),
        ("bad/zero-length.mp4", "too early"),
    ];
}
