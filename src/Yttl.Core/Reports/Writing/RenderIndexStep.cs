using System.Text;
using Yttl.Core.Failures;
using Yttl.Core.Reports.Html;
using Yttl.Core.Sources;

namespace Yttl.Core.Reports.Writing;

/// <summary>Exactly one of the two is set.</summary>
/// <param name="File">Full path of the page.</param>
public sealed record IndexOutcome(string? File, Failure? Failure) : IOutcome;

/// <summary>Writes the index page of a playlist's reports. It can safely run again.</summary>
public static class RenderIndexStep
{
    /// <summary>A folder that cannot be written is an outcome, not an exception.</summary>
    public static async Task<IndexOutcome> RunAsync(IndexRequest request, CancellationToken cancellationToken)
    {
        var folder = new OutputFolder(request.OutputFolder);
        try
        {
            var files = await folder.WriteAsync(
                [(NameOf(request), stream => WriteAsync(request with { OutputFolder = folder.Path }, stream, cancellationToken))],
                cancellationToken);
            return new IndexOutcome(files[0], null);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new IndexOutcome(null, OutputFolder.FailureOf(exception, request.OutputFolder));
        }
    }

    /// <summary>Writes the page as UTF-8. Its links are relative to <see cref="IndexRequest.OutputFolder"/>.</summary>
    /// <param name="output">Stays open.</param>
    public static Task WriteAsync(IndexRequest request, Stream output, CancellationToken cancellationToken) =>
        PlainUtf8.WriteAsync(output, text => HtmlIndex.Write(request, request.OutputFolder, text), cancellationToken);

    /// <summary>Two lists of the same title have two pages, and the same list always has the same page.</summary>
    private static string NameOf(IndexRequest request) =>
        $"{ReportFileName.For(request.Title ?? "playlist")}-{FileSafe.Hash(Encoding.UTF8.GetBytes(request.Source))}.html";
}
