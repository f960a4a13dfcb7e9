using System.Text.Json;
using Xunit.Abstractions;
using Yttl.Core.NetworkGuard;
using Yttl.Core.Reports;
using Yttl.Core.SponsorBlock;
using Yttl.Core.Summaries;
using Yttl.TestKit.Fuzzing;
using Yttl.Workflows.Http;
using Yttl.Workflows.Runs;
using Yttl.Workflows.Specs.Http;
using Yttl.Workflows.UrlLists;

namespace Yttl.Workflows.Specs.Fuzzing;

/// <summary>What strangers send: every body is answered, and nothing that is not public is ever started.</summary>
public sealed class ApiFuzzSpecs(ITestOutputHelper output)
{
    private static readonly HostDefaults Defaults = new(
        new RunOptions(null, null, [], new SummaryOptions("extractive", "", null, SummaryLength.Medium, SummaryStyle.Narrative, null)),
        new ExecutionOptions(5, [], ".") { VideoWindow = 2 });

    [Fact]
    public void A_request_for_a_summary_is_accepted_or_refused_with_its_reason() => Fuzz.Check(
        new FuzzTarget(
            "POST /api/summaries",
            FuzzBytes.Of(
                """{"source":"https://youtu.be/dQw4w9WgXcQ"}""",
                """
                {"source":"https://www.youtube.com/watch?v=dQw4w9WgXcQ&list=PL0123456789","options":{"language":"pt-BR",
                 "outputLanguage":"de","length":"short","style":"bullets","playlist":true,"sponsorblock":["sponsor"],
                 "chunkSizeStrategy":"fixed","forceTranscribe":false}}
                """),
            FuzzBytes.Of(
                "{", "}", "[", "]", ":", ",", "\"", "null", "true", "\"source\":", "\"options\":", "\"length\":", "\"short\"",
                "\"language\":", "\"sponsorblock\":",
                "\"sponsorblock\":[null],", "https://", "file:///etc/passwd", "127.0.0.1", "localhost", "[::1]", "@"),
            input => IsAccepted(api => api.StartAsync(FuzzBytes.Text(input), CancellationToken.None), 200, 202)),
        output);

    [Fact]
    public void A_list_is_accepted_line_by_line_or_refused_with_its_reason() => Fuzz.Check(
        new FuzzTarget(
            "POST /api/batches",
            FuzzBytes.Of("\uFEFF# talks\r\nhttps://youtu.be/dQw4w9WgXcQ\r\n\r\nhttps://vimeo.com/1\nnonsense\n"),
            FuzzBytes.Of(
                "#", "\n", "\r\n", " ", "https://youtu.be/dQw4w9WgXcQ", "https://x.test/", "http://10.0.0.1/", "file:///x", "@"),
            input =>
            {
                var text = FuzzBytes.Text(input);
                var list = UrlList.Parse(text);
                (list.Accepted.Count + list.Rejected.Count).ShouldBeLessThanOrEqualTo(text.Count(letter => letter == '\n') + 1);
                list.Accepted.Count.ShouldBeLessThanOrEqualTo(UrlList.MostLines);
                return IsAccepted(api => api.StartBatchAsync(text, CancellationToken.None), 202);
            }),
        output);

    [Fact]
    public void The_id_and_the_format_in_an_address_are_known_or_refused() => Fuzz.Check(
        new FuzzTarget(
            "GET /api/summaries/{id}/report",
            FuzzBytes.Of("3f2a0b"),
            FuzzBytes.Of("3f2a", "-2", ":0", "/", "..", "%2e", "html"),
            input =>
            {
                var host = new FakeRunHost();
                host.Put("3f2a0b", RunStatus.Running);
                var (report, refusal) = new SummariesApi(host, Defaults)
                    .ReportRequestOf(FuzzBytes.Text(input), "html", CancellationToken.None).GetAwaiter().GetResult();
                report.ShouldBeNull();
                Understandable(refusal.ShouldNotBeNull(), 404, 409);
                return refusal.Status == 409;
            }),
        output);

    private static bool IsAccepted(Func<SummariesApi, Task<ApiAnswer>> call, params int[] accepted)
    {
        var host = new FakeRunHost();
        var answer = call(new SummariesApi(host, Defaults)).GetAwaiter().GetResult();
        Understandable(answer, [.. accepted, 400, 413]);
        host.Started.SelectMany(run => run.Start.Input.Options.SponsorBlock)
            .ShouldAllBe(category => SponsorBlockClient.RemovableCategories.Contains(category));
        foreach (var source in host.Started.Select(run => run.Start.Input.Source))
            PublicAddress.MayBePublic(new Uri(source)).ShouldBeTrue(source);
        return accepted.Contains(answer.Status);
    }

    private static void Understandable(ApiAnswer answer, params int[] statuses)
    {
        statuses.ShouldContain(answer.Status);
        using var body = JsonDocument.Parse(answer.Body);
        if (answer.Status >= 400)
            body.RootElement.GetProperty("detail").GetString().ShouldNotBeNullOrEmpty();
    }
}
