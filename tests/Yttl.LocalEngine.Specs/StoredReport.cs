using System.Text.Json;
using Yttl.Core.Artifacts;
using Yttl.Core.Reports;
using Yttl.LocalEngine.Storage;
using Yttl.TestKit;

namespace Yttl.LocalEngine.Specs;

internal static class StoredReport
{
    /// <summary>Reads a report as it is stored, which has to be what the schema of reports says.</summary>
    public static async Task<Report> ReadAsync(string home, ArtifactRef reference)
    {
        await using var stored = await new FileArtifactStore(home).OpenReadAsync(reference, default);
        using var reader = new StreamReader(stored);
        var json = await reader.ReadToEndAsync();
        ReportSchema.ShouldDescribe(json);
        return JsonSerializer.Deserialize(json, ReportsJson.Default.Report)!;
    }
}
