using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit.Sdk;
using Yttl.Core.Reports;
using Yttl.Core.Reports.Formats;
using Yttl.TestKit;

namespace Yttl.Core.Specs.Reports;

/// <summary>Reports are what docs/report.schema.json says, those of earlier versions too.</summary>
public sealed class ReportSchemaSpecs
{
    public static TheoryData<string> Earlier => [.. EarlierReports.Statuses];

    [Fact]
    public async Task Each_field_of_a_report_is_described()
    {
        foreach (var report in (Report[])[SampleReports.Partial(), SampleReports.Small(), SampleReports.Minutes()])
        {
            ReportSchema.ShouldDescribe(await RenderAsync(report));
            // As it is stored: without nulls.
            ReportSchema.ShouldDescribe(JsonSerializer.Serialize(report, ReportsJson.Default.Report));
        }
    }

    [Theory, MemberData(nameof(Earlier))]
    public async Task A_report_of_an_earlier_version_holds_and_is_read_and_written_again(string status)
    {
        var report = EarlierReports.Read(status);
        ReportSchema.ShouldDescribe(report);

        var read = JsonSerializer.Deserialize(report, ReportsJson.Default.Report)!;

        read.Status.Name().ShouldBe(status);
        read.Hours.ShouldHaveSingleItem().Segments.ShouldAllBe(segment => segment.Sentences.Count == 0 && segment.Title == null);
        ReportSchema.ShouldDescribe(await RenderAsync(read));
        ReportComparison.Differences(read, JsonSerializer.Deserialize(report, ReportsJson.Default.Report)!, withText: true)
            .ShouldBeEmpty();
    }

    [Theory]
    [InlineData("status", "\"done\"")]
    [InlineData("schema", "\"yttl/report@2\"")]
    [InlineData("video", "null")]
    [InlineData("hours", "[{}]")]
    [InlineData("gaps", "[{\"start\":-1,\"end\":2,\"stage\":\"hour\",\"category\":\"api\",\"message\":\"\"}]")]
    [InlineData("gaps", "[{\"start\":1,\"end\":2,\"stage\":\"hour\",\"category\":\"weather\",\"message\":\"\"}]")]
    public void A_report_that_breaks_the_contract_does_not_hold(string field, string value)
    {
        var report = JsonNode.Parse(EarlierReports.Read("partial"))!.AsObject();
        report[field] = JsonNode.Parse(value);

        Should.Throw<TrueException>(() => ReportSchema.ShouldHold(report.ToJsonString()));
    }

    [Fact]
    public void A_field_that_is_not_described_holds_for_readers_and_not_for_this_version()
    {
        var report = JsonNode.Parse(EarlierReports.Read("partial"))!.AsObject();
        report["video"]!["colour"] = "blue";

        ReportSchema.ShouldHold(report.ToJsonString());
        Should.Throw<TrueException>(() => ReportSchema.ShouldDescribe(report.ToJsonString()));
    }

    private static async Task<string> RenderAsync(Report report)
    {
        using var output = new MemoryStream();
        await JsonReport.WriteAsync(report, output, CancellationToken.None);
        return Encoding.UTF8.GetString(output.ToArray());
    }
}
