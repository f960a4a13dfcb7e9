using Yttl.Workflows.Seam;

namespace Yttl.Cli.Runs;

internal static class PhaseText
{
    /// <summary>The phase of a run, with its counts where there are any: <c>summaries 12/48</c>.</summary>
    public static string Format(RunProgress progress) =>
        progress.Total > 1 ? $"{Name(progress.Phase)} {progress.Done}/{progress.Total}" : Name(progress.Phase);

    private static string Name(RunPhase phase) => phase switch
    {
        RunPhase.Resolve => "resolving",
        RunPhase.Captions => "captions",
        RunPhase.Audio => "audio",
        RunPhase.Speech => "speech",
        RunPhase.Summaries => "summaries",
        RunPhase.Report => "report",
        RunPhase.Videos => "videos",
        RunPhase.Answer => "answering",
        _ => phase.ToString(),
    };
}
