namespace Yttl.TestKit.Fuzzing;

/// <summary>Real inputs: the samples, and the shared trial data where it is at hand.</summary>
public static class FuzzCorpus
{
    /// <summary>The beginning is enough, and keeps many inputs cheap.</summary>
    private const int Enough = 4096;

    public static byte[] Sample(string name) => Beginning(Repository.PathOf(Path.Combine("samples", name)));

    /// <returns>None where the data is absent.</returns>
    public static IEnumerable<byte[]> Shared(params string[] names) =>
        TestData.Folder is null ? [] : names.Select(name => Beginning(TestData.PathOf(name)));

    private static byte[] Beginning(string path)
    {
        using var file = File.OpenRead(path);
        var bytes = new byte[Enough];
        return bytes[..file.ReadAtLeast(bytes, Enough, throwOnEndOfStream: false)];
    }
}
