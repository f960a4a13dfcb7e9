namespace Yttl.TestKit;

/// <summary>The shared trial data: real speech, captions, videos and broken files.</summary>
public static class TestData
{
    /// <summary>Null where the data is absent.</summary>
    public static string? Folder { get; } =
        Environment.GetEnvironmentVariable("YTTL_TEST_DATA") is { Length: > 0 } folder && Directory.Exists(folder)
            ? folder
            : null;

    public static string PathOf(string name) =>
        Path.Combine(Folder ?? throw new InvalidOperationException("YTTL_TEST_DATA is not set."), name);
}
