using System.Security.Cryptography;
using System.Text;
using Yttl.Core.Artifacts;
using Yttl.Core.Audio;
using Yttl.Core.Captions;
using Yttl.Core.Chunking;
using Yttl.Core.Failures;
using Yttl.Core.Languages;
using Yttl.Core.Sources;
using Yttl.Core.Speech.Steps;
using Yttl.Core.Summaries;
using Yttl.Workflows.Catalogue;
using Yttl.Workflows.Seam;

namespace Yttl.Workflows.Specs.Memory;

public sealed class StepKeySpecs
{
    private static readonly SummaryOptions Options =
        new("openai", "gpt", null, SummaryLength.Medium, SummaryStyle.Narrative, null);

    private static readonly Failure Refused = new(FailureCategory.Api, "model.refused", "The model refused.");

    [Fact]
    public void The_same_work_has_the_same_key_in_every_process()
    {
        var key = StepKey.From("section", 1, """{"transcript":"ab"}""");

        key.ToString().ShouldBe(Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes("section\n1\n{\"transcript\":\"ab\"}"))));
    }

    [Fact]
    public void Another_step_version_or_input_is_another_key() => new[]
    {
        StepKey.From("section", 1, "{}"),
        StepKey.From("section", 2, "{}"),
        StepKey.From("stitch", 1, "{}"),
        StepKey.From("section", 1, "[]"),
    }.ShouldBeUnique();

    [Fact]
    public void Whatever_changes_a_summary_changes_its_key() => new[]
    {
        Options,
        Options with { Provider = "groq" },
        Options with { Model = "other" },
        Options with { OutputLanguage = LanguageTag.Parse("de", null) },
        Options with { Length = SummaryLength.Short },
        Options with { Style = SummaryStyle.Bullets },
        Options with { Instructions = "for children" },
        Options with { InputTokens = 2500 },
        Options with { ModelRevision = "ab" },
    }.Select(options => Steps.SummarizeSegment.KeyOf(new SegmentRequest(Artifact("text"), "Title", options)))
        .ShouldBeUnique();

    [Fact]
    public void How_many_work_at_once_changes_no_plan()
    {
        var few = new PlanChunksRequest(
            Artifact("track"), ChunkOptions.Default, new RecognizerProfile(1, default, 1, default, default, 1), new(2, 10));

        Steps.PlanChunks.KeyOf(few with { Capacity = new(16, 99) }).ShouldBe(Steps.PlanChunks.KeyOf(few));
        Steps.PlanChunks.KeyOf(few with { Track = Artifact("other") }).ShouldNotBe(Steps.PlanChunks.KeyOf(few));
    }

    [Theory]
    [InlineData("https://www.youtube.com/watch?v=dQw4w9WgXcQ", true)]
    [InlineData("http://example.org/talk", true)]
    [InlineData("/home/me/talk.mp4", false)]
    [InlineData(@"C:\talks\talk.mp4", false)]
    public void A_file_is_looked_at_every_time_and_an_address_is_not(string source, bool isRemembered)
    {
        (Steps.Resolve.KeyOf(new ResolveRequest(source)) is not null).ShouldBe(isRemembered);
        (Steps.List.KeyOf(new ListRequest(source)) is not null).ShouldBe(isRemembered);
    }

    [Fact]
    public void Audio_that_is_decoded_again_is_wanted_now_and_not_remembered()
    {
        var first = new DecodeRequest(Artifact("video"), null, SilenceSettings.Default);

        Steps.DecodeAudio.KeyOf(first).ShouldNotBeNull();
        Steps.DecodeAudio.KeyOf(first with { Attempt = 1 }).ShouldBeNull();
    }

    [Fact]
    public void Reports_are_written_and_audio_is_deleted_every_time()
    {
        Steps.RenderReport.Memory.ShouldBeNull();
        Steps.DeleteAudio.Memory.ShouldBeNull();
    }

    [Fact]
    public void Summaries_that_failed_or_stood_in_or_are_to_be_asked_for_again_are_not_finished()
    {
        var finished = Steps.SummarizeSegment.Memory!.IsFinished;
        var ok = new SummaryOutcome(SummaryStatus.Ok, Artifact("summary"), null, null, default);

        finished(ok).ShouldBeTrue();
        finished(ok with { Status = SummaryStatus.Fallback, Failure = Refused }).ShouldBeFalse();
        // Another provider's words are not the chosen one's: that one writes anew as soon as it is back.
        finished(ok with { WrittenBy = "groq" }).ShouldBeFalse();
        finished(ok with { Status = SummaryStatus.Failed, Summary = null, Failure = Refused }).ShouldBeFalse();
        finished(ok with { RetryAfter = TimeSpan.FromMinutes(5) }).ShouldBeFalse();
    }

    [Fact]
    public void Chunks_that_failed_or_lack_their_audio_or_are_to_be_asked_for_again_are_not_finished()
    {
        var finished = Steps.TranscribeChunk.Memory!.IsFinished;
        var ok = new ChunkOutcome(ChunkStatus.Ok, Artifact("words"), null);

        finished(ok).ShouldBeTrue();
        finished(new ChunkOutcome(ChunkStatus.Empty, null, null)).ShouldBeTrue();
        finished(new ChunkOutcome(ChunkStatus.Failed, null, Refused)).ShouldBeFalse();
        finished(ok with { AudioGone = true }).ShouldBeFalse();
        finished(ok with { RetryAfter = TimeSpan.FromMinutes(5) }).ShouldBeFalse();
    }

    [Fact]
    public void What_could_not_be_had_is_asked_for_again()
    {
        Steps.Resolve.Memory!.IsFinished(new ResolveOutcome(null, Refused)).ShouldBeFalse();
        Steps.List.Memory!.IsFinished(new ListOutcome(null, [], Refused)).ShouldBeFalse();
        Steps.ReadCaptions.Memory!.IsFinished(new CaptionsOutcome(null, [], Refused)).ShouldBeFalse();
        Steps.DecodeAudio.Memory!.IsFinished(new DecodeOutcome(null, null, null, [], Refused)).ShouldBeFalse();
        Steps.Stitch.Memory!.IsFinished(new StitchOutcome(null, [], Refused)).ShouldBeFalse();
        Steps.DetectLanguage.Memory!.IsFinished(new DetectLanguageOutcome(null, "no answer")).ShouldBeFalse();
    }

    private static ArtifactRef Artifact(string text) => ArtifactRef.OfHash(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
