using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Yttl.Core.Captions;
using Yttl.Core.Reports;
using Yttl.Core.Reports.Formats;
using Yttl.Core.Reports.Writing;
using Yttl.Core.Sources;
using Yttl.TestKit;

namespace Yttl.Core.Specs.Reports;

public sealed class JsonReportSpecs
{
    [Fact]
    public async Task A_report_has_the_agreed_shape() => Golden.Matches("partial.json", await Render(SampleReports.Partial()));

    [Fact]
    public async Task A_transcript_alone_has_the_report_s_shape()
    {
        var small = SampleReports.Small();
        var document = new TranscriptDocument(small.Video, small.Transcript);
        using var output = new MemoryStream();
        await JsonReport.WriteAsync(document, output, CancellationToken.None);
        Golden.Matches("transcript.json", Encoding.UTF8.GetString(output.ToArray()));
    }

    [Fact]
    public async Task A_report_reads_back_as_it_was()
    {
        var json = await Render(SampleReports.Partial());
        var read = JsonSerializer.Deserialize(json, ReportsJson.Default.Report)!;
        (await Render(read)).ShouldBe(json);
    }

    [Fact]
    public async Task A_report_of_an_earlier_version_is_read()
    {
        var json = JsonNode.Parse(await Render(SampleReports.Partial()))!.AsObject();
        json.Remove("writtenBy");
        json.Remove("fallbacks");
        foreach (var name in (string[])["channel", "published"])
            json["video"]!.AsObject().Remove(name);
        // Fallbacks were gaps.
        json["gaps"]!.AsArray().Add(json["gaps"]![0]!.DeepClone());

        var read = json.Deserialize(ReportsJson.Default.Report)!;

        (read.WrittenBy, read.Video.Channel, read.Video.Published, read.Gaps.Count).ShouldBe((null, null, null, 2));
        read.Hours[0].Segments.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Paths_of_this_machine_stay_out_and_letters_stay_readable()
    {
        var report = SampleReports.With("東京 <b>");
        var json = await Render(report with { Video = report.Video with { MediaPath = "/home/somebody/talk.mp4" } });
        json.ShouldNotContain("somebody");
        json.ShouldContain("東京 \\u003Cb\\u003E");
    }

    [Fact]
    public async Task A_transcript_file_is_written_in_each_format()
    {
        var video = new Video { Id = "x", Title = "x", Extractor = "file" };
        var cues = SampleReports.Small().Transcript.Cues;
        foreach (var (format, start) in new[]
        {
            (TranscriptFormat.Json, "{\n"), (TranscriptFormat.SubRip, "1\n"), (TranscriptFormat.WebVtt, "WEBVTT\n"),
            (TranscriptFormat.PlainText, "A tide pool"),
        })
        {
            using var output = new MemoryStream();
            await format.WriteAsync(
                video, new(cues, null, TranscriptSource.CaptionFile, null), output, CancellationToken.None);
            var text = Encoding.UTF8.GetString(output.ToArray());
            text.ShouldStartWith(start);
            text.ShouldEndWith("\n");
            text.ShouldNotContain("\r");
        }
    }

    private static async Task<string> Render(Report report)
    {
        using var output = new MemoryStream();
        await JsonReport.WriteAsync(report, output, CancellationToken.None);
        var json = Encoding.UTF8.GetString(output.ToArray());
        ReportSchema.ShouldHold(json);
        return json;
    }
}
