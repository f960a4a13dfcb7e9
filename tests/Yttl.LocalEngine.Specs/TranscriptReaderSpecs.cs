using Yttl.Core.Failures;
using Yttl.Core.Processes;
using Yttl.Core.Sources;
using Yttl.LocalEngine.Settings;
using Yttl.TestKit;

namespace Yttl.LocalEngine.Specs;

public sealed class TranscriptReaderSpecs : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_transcript_can_be_had_alone()
    {
        await using var reader = Reader();

        var reading = await reader.ReadAsync(Talk(minutes: 3), null, SpeechRecognitionOptions.Default, null, default);

        reading.Transcript.Cues.Select(cue => cue.Text).ShouldBe(
            ["This is minute 0. It is about the stars.", "This is minute 1. It is about the stars.", "This is minute 2. It is about the stars."]);
    }

    [Fact]
    public async Task A_transcript_that_cannot_be_had_says_why()
    {
        await using var reader = Reader();

        var failure = await Should.ThrowAsync<YttlException>(
            () => reader.ReadAsync(_folder.PathOf("missing.vtt"), null, SpeechRecognitionOptions.Default, null, default));

        failure.Failure.Category.ShouldBe(FailureCategory.Input);
    }

    private TranscriptReader Reader() =>
        new(new HostSettings(_folder.PathOf("home"), new Toolset(), new YtDlpSettings(), LanguageModel: null));

    /// <summary>One cue a minute, which says its minute.</summary>
    private string Talk(int minutes, string name = "talk.vtt") => _folder.Write(name, "WEBVTT\n" + string.Concat(
        Enumerable.Range(0, minutes).Select(minute =>
            $"\n{minute / 60:00}:{minute % 60:00}:00.000 --> {minute / 60:00}:{minute % 60:00}:59.000\n"
            + $"This is minute {minute}. It is about the stars.\n")));
}
