namespace Yttl.Cli.CommandLines;

/// <summary>What the help of a command shows to type.</summary>
internal static class HelpExamples
{
    /// <param name="path">As the command is typed: <c>yttl runs list</c>.</param>
    public static IReadOnlyList<string> Of(string path) => path switch
    {
        "yttl" =>
        [
            "yttl https://youtu.be/VIDEO",
            "yttl talk.mp4 --print",
            "yttl search quantum error",
        ],
        "yttl summarize" =>
        [
            "yttl summarize talk.mp4 notes.vtt",
            "yttl summarize https://youtu.be/VIDEO --format html,md",
            "yttl summarize talk.mp4 --print --length short",
            "cat talk.vtt | yttl summarize - --title \"Monday's talk\"",
        ],
        "yttl batch" => ["yttl batch list.txt", "yttl batch - < list.txt"],
        "yttl transcript" => ["yttl transcript talk.mp4 > talk.txt", "yttl transcript talk.mp4 --format srt,txt -o texts"],
        "yttl ask" =>
        [
            "yttl ask talk.mp4 \"When was the clock finished?\"",
            "yttl ask 4f3a \"Who was against it?\" --json",
        ],
        "yttl plan" => ["yttl plan talk.mp4", "yttl plan talk.mp4 --whisper-model base"],
        "yttl search" => ["yttl search quantum error", "yttl search longitude --limit 5"],
        "yttl runs list" => ["yttl runs list --state partial,failed", "yttl runs list --since 7d --text river"],
        _ => [],
    };
}
