using System.Globalization;
using Yttl.Core.Failures;

namespace Yttl.Core.Sources;

/// <summary>Failures that leave no audio to transcribe. None is transient.</summary>
internal static class AudioFailures
{
    public static YttlException None(string source) => new(
        FailureCategory.Input, "audio.none", $"{source} has no audio: there is nothing to transcribe in it");

    public static YttlException CaptionsAlone(string id) => new(
        FailureCategory.Input, "audio.none", $"{id} has captions and no audio: give the recording itself");

    public static YttlException Undecodable(string path, string reason) => new(
        FailureCategory.Input,
        "audio.undecodable",
        $"The audio of {path} cannot be decoded ({reason}): copy or download it again");

    public static YttlException Interrupted(string path, int exitCode) => new(
        FailureCategory.Processing,
        "audio.interrupted",
        string.Create(
            CultureInfo.InvariantCulture,
            $"ffmpeg was stopped before the end of the audio of {path} (exit code {exitCode}): run the same command again"));
}
