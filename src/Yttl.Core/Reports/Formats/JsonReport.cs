using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Yttl.Core.Json;
using Yttl.Core.Text;

namespace Yttl.Core.Reports.Formats;

/// <summary>
/// A report as <c>yttl/report@1</c>, and a transcript without summaries as <c>yttl/transcript@1</c>: UTF-8, indented,
/// LF.
/// </summary>
public static class JsonReport
{
    private static readonly ReportsJson Json = new(new JsonSerializerOptions(ReportsJson.Default.Options)
    {
        // Letters of every script stay readable; characters with a meaning in HTML stay escaped.
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        // The shape of the contract is the same in every report: an unknown value is null, not absent.
        DefaultIgnoreCondition = JsonIgnoreCondition.Never,
        WriteIndented = true,
        NewLine = "\n",
        Converters = { new ShownTextConverter(BidiControls.Balance) },
    });

    public static async Task WriteAsync(Report report, Stream output, CancellationToken cancellationToken)
    {
        await JsonSerializer.SerializeAsync(output, report, Json.Report, cancellationToken);
        output.WriteByte((byte)'\n');
    }

    public static async Task WriteAsync(TranscriptDocument document, Stream output, CancellationToken cancellationToken)
    {
        await JsonSerializer.SerializeAsync(output, document, Json.TranscriptDocument, cancellationToken);
        output.WriteByte((byte)'\n');
    }
}
