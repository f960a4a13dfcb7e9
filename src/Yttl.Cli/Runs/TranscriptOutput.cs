using System.Text;
using Yttl.Cli.Failures;
using Yttl.Cli.Terminal;
using Yttl.Core.Failures;
using Yttl.Core.Reports;
using Yttl.Core.Reports.Writing;
using Yttl.LocalEngine.Results;

namespace Yttl.Cli.Runs;

/// <summary>Where a transcript goes: one format to stdout, or any number of formats to files.</summary>
internal sealed class TranscriptOutput
{
    private readonly IReadOnlyList<TranscriptFormat> _formats;
    private readonly string? _folder;

    /// <exception cref="UsageException">There are several formats and no folder for them.</exception>
    public TranscriptOutput(IReadOnlyList<TranscriptFormat> formats, string? folder)
    {
        if (folder is not null && string.IsNullOrWhiteSpace(folder))
            throw new UsageException("--out needs a value");
        if (folder is null && formats.Count > 1)
            throw new UsageException("stdout takes one --format: give --out FOLDER for several");
        (_formats, _folder) = (formats, folder);
    }

    public async Task WriteAsync(
        VideoTranscript transcript, CliContext surroundings, CancellationToken cancellationToken)
    {
        if (_folder is null)
            await WriteTextAsync(transcript, surroundings.Output, cancellationToken);
        else
            foreach (var path in await WriteFilesAsync(transcript, _folder, cancellationToken))
                surroundings.Output.WriteLine(SafeText.Line(path));
    }

    private async Task WriteTextAsync(
        VideoTranscript transcript, TextWriter output, CancellationToken cancellationToken)
    {
        using var text = new MemoryStream();
        await _formats[0].WriteAsync(transcript.Video, transcript.Transcript, text, cancellationToken);
        await output.WriteAsync(Encoding.UTF8.GetString(text.GetBuffer(), 0, (int)text.Length));
    }

    private async Task<IReadOnlyList<string>> WriteFilesAsync(
        VideoTranscript transcript, string folder, CancellationToken cancellationToken)
    {
        try
        {
            return await new OutputFolder(folder).WriteAsync(
                [
                    .. _formats.Select(format => (
                        $"{ReportFileName.For(transcript.Video.Id)}.{format.Name}",
                        (Func<Stream, Task>)(stream => format.WriteAsync(
                            transcript.Video, transcript.Transcript, stream, cancellationToken)))),
                ],
                cancellationToken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new YttlException(OutputFolder.FailureOf(e, folder), e);
        }
    }
}
