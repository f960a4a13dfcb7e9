namespace Yttl.Core.Audio;

/// <summary>The files of one decode: nothing of them is left when it is over.</summary>
/// <param name="name">The same for the same source, so that a download goes on where it broke off.</param>
internal sealed class ScratchFiles(string folder, string name)
{
    public string Media => Path.Combine(folder, $"{name}.media");

    /// <summary>Who fetches and decodes <see cref="Media"/> holds this; everyone else waits.</summary>
    public string Lock => Path.Combine(folder, $"{name}.lock");

    /// <summary>Two decodes of one source at once do not meet.</summary>
    public string Samples { get; } = Path.Combine(folder, $"{name}.{Path.GetRandomFileName()}.pcm");

    public void DeleteSamples() => File.Delete(Samples);

    /// <summary>With all that yt-dlp left beside it.</summary>
    public void DeleteMedia()
    {
        foreach (var file in Directory.EnumerateFiles(folder, $"{name}.media*"))
            File.Delete(file);
    }
}
