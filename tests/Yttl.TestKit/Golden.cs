using System.Runtime.CompilerServices;
using Xunit;

namespace Yttl.TestKit;

/// <summary>Compares what is rendered with a file kept beside the spec, in its <c>Golden/</c> folder.</summary>
public static class Golden
{
    /// <summary>
    /// Fails where <paramref name="actual"/> differs from the golden file, or where there is none.
    /// With <c>YTTL_UPDATE_GOLDEN=1</c> it rewrites the file instead: read the difference before committing it.
    /// </summary>
    public static void Matches(string name, string actual, [CallerFilePath] string specFile = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(specFile)!, "Golden", name);
        if (Environment.GetEnvironmentVariable("YTTL_UPDATE_GOLDEN") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual);
            return;
        }
        Assert.True(File.Exists(path), $"There is no golden file {path}; YTTL_UPDATE_GOLDEN=1 writes it.");
        Assert.Equal(File.ReadAllText(path), actual);
    }
}
