using System.Collections.Concurrent;
using Yttl.Core.Reports.Writing;
using Yttl.Core.Summaries;
using Yttl.Workflows.Orchestration;
using Yttl.Workflows.Runs;
using Yttl.Workflows.Specs.Engines;

namespace Yttl.Workflows.Specs.Summaries;

/// <summary>Without a model the hours and the whole are chosen from what was said, not from what was chosen of it.</summary>
public sealed class SpokenTextSpecs
{
    [Theory]
    [InlineData("extractive", "Hour 2, Hour 1, Overall 3")]
    [InlineData("openai", "Hour 0, Hour 0, Overall 0")]
    public async Task A_consolidation_gets_the_texts_of_its_segments_where_no_model_writes(string provider, string texts)
    {
        var asked = new ConcurrentQueue<ConsolidationRequest>();
        var pipeline = new FakePipeline
        {
            SegmentsPerHour = [3, 1],
            SilentSegments = [1],
            Consolidate = request =>
            {
                asked.Enqueue(request);
                return null;
            },
        };
        var options = new RunOptions(
            null, null, [], new SummaryOptions(provider, "", null, SummaryLength.Medium, SummaryStyle.Narrative, null));

        await new EngineUnderTest("in process", null).RunAsync(
            SummarizeVideoWorkflow.Definition,
            new RunInput("source", options, new ExecutionOptions(1, [ReportFormat.Html], "out")), pipeline.Steps());

        string.Join(", ", asked.OrderBy(request => request.Level).ThenBy(request => request.Start)
            .Select(request => $"{request.Level} {request.Spoken?.Count ?? 0}")).ShouldBe(texts);
        asked.SelectMany(request => request.Spoken ?? []).Select(pipeline.TextOf).Distinct().Order()
            .ShouldBe(provider is "extractive" ? ["text 0", "text 2", "text 3"] : []);
    }
}
