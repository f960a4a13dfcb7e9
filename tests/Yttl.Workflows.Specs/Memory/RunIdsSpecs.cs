using Yttl.Core.Audio;
using Yttl.Core.Chunking;
using Yttl.Core.Languages;
using Yttl.Core.Reports;
using Yttl.Core.Speech;
using Yttl.Core.Summaries;

namespace Yttl.Workflows.Specs.Memory;

/// <summary>Which command is the same run as another.</summary>
public sealed class RunIdsSpecs
{
    private static readonly SummaryOptions Summary =
        new("local", "m", null, SummaryLength.Medium, SummaryStyle.Narrative, null) { InputTokens = 2500 };

    private static readonly RunOptions Options = new(null, null, [], Summary, Window: 3, [ReportFormat.Html], "out");

    [Fact]
    public void What_changes_only_how_the_work_is_done_is_the_same_run() => new[]
    {
        Options,
        Options with { Window = 1 },
        Options with { Formats = [ReportFormat.Json] },
        Options with { OutputFolder = "elsewhere" },
        Options with { TimeLimit = TimeSpan.FromHours(1) },
        Options with { OnDemand = true },
        Options with { Summary = Summary with { InputTokens = 9_000 } },
    }.Select(IdOf).Distinct().ShouldHaveSingleItem();

    [Fact]
    public void What_changes_the_result_is_another_run() => new[]
    {
        Options,
        Options with { SponsorBlock = ["sponsor"] },
        Options with { Summary = Summary with { Model = "another" } },
        Options with { Summary = Summary with { ModelRevision = "another file" } },
        Options with { Summary = Summary with { Length = SummaryLength.Short } },
    }.Select(IdOf).ShouldBeUnique();

    [Fact]
    public void With_every_option_set_it_is_the_run_that_it_was()
    {
        var input = new VideoInput("https://example.org/talk", new RunOptions(
            LanguageTag.Parse("de", null),
            new SpeechOptions(
                new SpeechModel("groq", "whisper-large-v3") { Revision = "r1" },
                new SilenceSettings(-37.5, TimeSpan.FromSeconds(0.75)),
                new ChunkOptions(ChunkStrategy.Fixed, TimeSpan.FromSeconds(90)),
                new RecognizerProfile(
                    25_000_000, TimeSpan.FromSeconds(600), 4_000.5, TimeSpan.FromSeconds(1.25), TimeSpan.FromSeconds(0.5), 32_000),
                new ChunkCapacity(8, 1_000_000),
                Force: true)
            { OnDemand = true },
            ["sponsor", "selfpromo"],
            new SummaryOptions(
                "openai", "gpt-4o-mini", LanguageTag.Parse("pt-BR", null), SummaryLength.Long, SummaryStyle.Bullets, "Für Kinder & kurz.")
            { InputTokens = 9_000, ModelRevision = "r2" },
            Window: 7,
            [ReportFormat.Json],
            "/out")
        { TimeLimit = TimeSpan.FromHours(2), OnDemand = true })
        { Callback = "https://example.org/done" };
        var members = new JsonMembers();
        members.Visit(input, WorkflowJson.Default.VideoInput);

        RunIds.Of(input, isList: false).Value.ShouldBe("5d782e560070");
        RunIds.Of(input, isList: true).Value.ShouldBe("30f3118d34ff");
        members.Unset.ShouldBeEmpty();
    }

    private static RunId IdOf(RunOptions options) => RunIds.Of(new VideoInput("https://example.org/talk", options), isList: false);
}
