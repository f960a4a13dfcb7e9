using Yttl.Core.Captions;
using Yttl.Core.Languages;
using Yttl.Core.Reports.Writing;
using Yttl.Core.Summaries;
using Yttl.Workflows.Orchestration;
using Yttl.Workflows.Runs;
using Yttl.Workflows.Specs.Engines;

namespace Yttl.Workflows.Specs.Summaries;

/// <summary>What a run could not follow is a note of its report, and not silence.</summary>
public sealed class WithoutEffectSpecs
{
    private static readonly RunOptions Options = new(
        null, null, [], new SummaryOptions("openai", "a model", null, SummaryLength.Medium, SummaryStyle.Narrative, null));

    [Theory]
    [InlineData("extractive", true)]
    [InlineData("openai", false)]
    public async Task Instructions_that_nothing_follows_are_noted_once_with_what_to_do(string provider, bool isNoted)
    {
        var notes = await NotesAsync(
            Options with { Summary = Options.Summary with { Provider = provider, Instructions = "Name every ship" } },
            new FakePipeline());

        notes.Count(note => note.Contains("The instructions given ") && note.Contains("--llm-provider"))
            .ShouldBe(isNoted ? 1 : 0);
    }

    [Theory]
    [InlineData("fr", "en", "no captions or sound in the language asked for (fr), so its transcript is in en: ")]
    [InlineData("fr", null, "does not say in which language it is, so the language asked for (fr) has no effect: ")]
    [InlineData("en-GB", "en", null)]
    [InlineData(null, "en", null)]
    public async Task A_language_that_the_source_does_not_have_is_noted_once(string? wanted, string? spoken, string? note)
    {
        var pipeline = new FakePipeline();
        pipeline = new FakePipeline
        {
            ReadCaptions = () => new CaptionsOutcome(
                new TranscriptRef(
                    pipeline.Artifact("transcript"), Tag(spoken), Cues: 7, TimeSpan.FromMinutes(10)), [], null),
        };

        var notes = await NotesAsync(Options with { Language = Tag(wanted) }, pipeline);

        var ofLanguage = notes.Where(one => one.Contains("the language asked for")).ToList();
        ofLanguage.Count.ShouldBe(note is null ? 0 : 1);
        ofLanguage.ShouldAllBe(one => one.Contains(note!) && one.Contains("--output-language"));
    }

    private static LanguageTag? Tag(string? text) => text is null ? null : LanguageTag.Parse(text, null);

    private static async Task<IReadOnlyList<string>> NotesAsync(RunOptions options, FakePipeline pipeline)
    {
        var input = new RunInput("source", options, new ExecutionOptions(1, [ReportFormat.Html], "out"));
        var result = await new EngineUnderTest("in process", null).RunAsync(
            SummarizeVideoWorkflow.Definition, input, pipeline.Steps());
        return result.Notes;
    }
}
