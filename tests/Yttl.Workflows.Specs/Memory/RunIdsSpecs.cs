using Yttl.Core.Audio;
using Yttl.Core.Chunking;
using Yttl.Core.Languages;
using Yttl.Core.Reports.Writing;
using Yttl.Core.Segments;
using Yttl.Core.Speech;
using Yttl.Core.Summaries;
using Yttl.Workflows.Runs;
using Yttl.Workflows.Seam;

namespace Yttl.Workflows.Specs.Memory;

/// <summary>Which command is the same run as another.</summary>
public sealed class RunIdsSpecs
{
    private static readonly SummaryOptions Summary = new("local", "m", null, SummaryLength.Medium, SummaryStyle.Narrative, null);

    private static readonly RunOptions Options = new(null, null, [], Summary);

    [Fact]
    public void How_a_run_is_carried_out_makes_no_other_run() =>
        RunIds.From(new RunInput("https://example.org/talk", Options, Everything.Execution), isList: false).ShouldBe(IdOf(Options));

    [Fact]
    public void What_changes_the_result_is_another_run() => new[]
    {
        Options,
        Options with { SponsorBlock = ["sponsor"] },
        Options with { Summary = Summary with { Model = "another" } },
        Options with { Summary = Summary with { ModelRevision = "another file" } },
        Options with { Summary = Summary with { Length = SummaryLength.Short } },
        Options with { Title = "Another title" },
    }.Select(IdOf).ShouldBeUnique();

    [Fact]
    public void With_every_option_set_it_is_the_run_that_it_was()
    {
        var members = new JsonMembers();
        members.Visit(Everything, RunsJson.Default.RunInput);
        members.Visit(WithLaterOptions, RunsJson.Default.RunInput);

        RunIds.From(Everything, isList: false).Value.ShouldBe("5d782e560070");
        RunIds.From(Everything, isList: true).Value.ShouldBe("30f3118d34ff");
        members.Unset.ShouldBe(["SummaryOptions.inputTokens"]);
    }

    /// <summary>The options that runs did not have at first: absent, they leave the id as it was.</summary>
    private static RunInput WithLaterOptions => Everything with
    {
        Options = Everything.Options with { Title = "Längengrade", Sections = new SectionOptions(SectionMode.Topics, Minutes: 7) },
        Execution = Everything.Execution with { NoTranscript = true, MaxCost = 1.5m },
    };

    private static RunInput Everything { get; } = new(
        "https://example.org/talk",
        new RunOptions(
            LanguageTag.Parse("de", null),
            new SpeechOptions(
                new SpeechModel("groq", "whisper-large-v3") { Revision = "r1" },
                new SilenceSettings(-37.5, TimeSpan.FromSeconds(0.75)),
                new ChunkOptions(ChunkStrategy.Fixed, TimeSpan.FromSeconds(90)),
                new RecognizerProfile(
                    25_000_000, TimeSpan.FromSeconds(600), 4_000.5, TimeSpan.FromSeconds(1.25), TimeSpan.FromSeconds(0.5), 32_000),
                Force: true),
            ["sponsor", "selfpromo"],
            new SummaryOptions(
                "openai", "gpt-4o-mini", LanguageTag.Parse("pt-BR", null), SummaryLength.Long, SummaryStyle.Bullets, "Für Kinder & kurz.")
            { ModelRevision = "r2" }),
        new ExecutionOptions(Window: 7, [ReportFormat.Json], "/out")
        {
            VideoWindow = 3,
            MaxListEntries = 500,
            PageSize = 100,
            TimeLimit = TimeSpan.FromHours(2),
            Speech = new SpeechExecution(new ChunkCapacity(8, 1_000_000), OnDemand: true),
            InputTokens = 9_000,
            OnDemand = true,
        })
    { Callback = "https://example.org/done" };

    private static RunId IdOf(RunOptions options) => RunIds.From(
        new RunInput("https://example.org/talk", options, new ExecutionOptions(Window: 1, [], "")), isList: false);
}
