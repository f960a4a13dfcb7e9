using System.Security.Cryptography;
using System.Text;
using Yttl.Core.Reports.Html;

namespace Yttl.Core.Reports;

/// <summary>Writes the page over a playlist's reports. Runs again harmlessly.</summary>
public static class RenderIndexStep
{
    /// <summary>A folder that cannot be written is an outcome, not an exception.</summary>
    public static async Task<IndexOutcome> RunAsync(IndexRequest request, CancellationToken cancellationToken)
    {
        var folder = new OutputFolder(request.OutputFolder);
        try
        {
            var files = await folder.WriteAsync(
                [(NameOf(request), stream => WriteAsync(request, folder.Path, stream, cancellationToken))],
                cancellationToken);
            return new IndexOutcome(files[0], null);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new IndexOutcome(null, OutputFailure.Of(exception, request.OutputFolder));
        }
    }

    /// <summary>Two lists of the same title have two pages, and the same list always the same one.</summary>
    private static string NameOf(IndexRequest request)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(request.Source)))[..6];
        return $"{ReportFileName.For(request.Title ?? "playlist")}-{hash}.html";
    }

    private static async Task WriteAsync(
        IndexRequest request, string folder, Stream output, CancellationToken cancellationToken)
    {
        await using var text = new StreamWriter(output, new UTF8Encoding(false), bufferSize: 64 * 1024, leaveOpen: true);
        HtmlIndex.Write(request, folder, text);
        await text.FlushAsync(cancellationToken);
    }
}
