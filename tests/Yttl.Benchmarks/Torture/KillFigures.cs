using Yttl.Benchmarks.Results;

namespace Yttl.Benchmarks.Torture;

/// <summary>What many kills did.</summary>
internal sealed class KillFigures
{
    /// <summary>Calls of models in an undisturbed run.</summary>
    public int Calls { get; set; }

    public int Kills { get; set; }

    /// <summary>Runs that came to their end, after kills.</summary>
    public int Runs { get; set; }

    /// <summary>Runs that failed, or whose reports differ from those of an undisturbed run.</summary>
    public int Different { get; set; }

    /// <summary>Calls whose results were remembered when they were made.</summary>
    public int RememberedRepeated { get; set; }

    /// <summary>Calls beyond those of an undisturbed run: at most those in flight at each kill.</summary>
    public int Repeated { get; set; }

    public int FilesLeft { get; set; }

    public int ProcessesLeft { get; set; }

    /// <summary>What went wrong, one line each.</summary>
    public List<string> Faults { get; } = [];

    public int Sum => Different + RememberedRepeated + FilesLeft + ProcessesLeft;

    public static string Total(IReadOnlyList<KillFigures> scenes) => Figure.Of(
        $"{scenes.Sum(scene => scene.Kills)} kills in {scenes.Sum(scene => scene.Runs)} runs of {scenes.Count} kinds: ")
        + Figure.Of($"reports different {scenes.Sum(scene => scene.Different)}, ")
        + Figure.Of($"remembered calls repeated {scenes.Sum(scene => scene.RememberedRepeated)}, ")
        + Figure.Of($"files left {scenes.Sum(scene => scene.FilesLeft)}, ")
        + Figure.Of($"processes left {scenes.Sum(scene => scene.ProcessesLeft)}, ")
        + Figure.Of($"calls in flight repeated {scenes.Sum(scene => scene.Repeated)}");
}
