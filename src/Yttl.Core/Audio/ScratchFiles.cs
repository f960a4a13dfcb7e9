using Yttl.Core.Processes;

namespace Yttl.Core.Audio;

/// <summary>The temporary files of one decode; all are deleted when it ends.</summary>
/// <param name="name">Equal for equal sources, so that a download resumes where it was interrupted.</param>
/// <param name="scratch">Has what no later run continues, on the disk of the folder; null for the folder itself.</param>
internal sealed class ScratchFiles(string folder, string name, ScratchSpace? scratch = null)
{
    public string Media => Path.Combine(folder, $"{name}.media");

    /// <summary>Lock file; exists while <see cref="Media"/> is downloaded and decoded.</summary>
    public string Lock => Path.Combine(folder, $"{name}.lock");

    /// <summary>Unique per decode, so that concurrent decodes of one source do not collide.</summary>
    public string Samples { get; } = scratch?.NewPath(".pcm") ?? Path.Combine(folder, $"{name}.{Path.GetRandomFileName()}.pcm");

    public void DeleteSamples() => File.Delete(Samples);

    /// <summary>Also deletes the files that yt-dlp left beside it.</summary>
    public void DeleteMedia()
    {
        foreach (var file in Directory.EnumerateFiles(folder, $"{name}.media*"))
            File.Delete(file);
    }
}
