using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Yttl.Cli.Failures;
using Yttl.Cli.Terminal;
using Yttl.Core.Failures;

namespace Yttl.Cli.Runs;

/// <summary>
/// Captions from stdin or another pipe. They are stored under the home folder by their content, so that the same captions
/// are the same run, which can be resumed.
/// </summary>
internal static partial class PipedSource
{
    /// <summary>In bytes: the most that a caption file may have.</summary>
    private const int MostBytes = 64 << 20;

    public static bool IsPipe(string source) => Pipe().IsMatch(source);

    /// <summary>Returns the request itself, or one of the stored file where the source is a pipe.</summary>
    /// <exception cref="UsageException">The pipe is empty, too large or unreadable.</exception>
    /// <exception cref="YttlException"><c>run.write</c>: the home folder cannot be written.</exception>
    public static async Task<Request> ResolveAsync(
        Request request, string home, CliContext surroundings, CancellationToken cancellationToken)
    {
        if (!IsPipe(request.Source))
            return request;
        var isInput = StandardInputs().IsMatch(request.Source);
        if (isInput && surroundings.InputIsScreen)
            new Messages(surroundings).Note("reading captions from the terminal; Ctrl-D ends them");
        var name = isInput ? "stdin" : request.Source;
        var content = await ReadAsync(name, () => isInput ? surroundings.OpenInput() : File.OpenRead(request.Source), cancellationToken);
        return new Request(await StoreAsync(content, home, cancellationToken)) { Name = name };
    }

    private static async Task<byte[]> ReadAsync(string name, Func<Stream> open, CancellationToken cancellationToken)
    {
        try
        {
            using var content = new MemoryStream();
            await using var input = open();
            var buffer = new byte[64 * 1024];
            // A read from a terminal cannot be interrupted, so on cancellation it is abandoned.
            while (await input.ReadAsync(buffer, cancellationToken).AsTask().WaitAsync(cancellationToken) is > 0 and var read)
            {
                if (content.Length + read > MostBytes)
                    throw new UsageException($"{name} has more than {MostBytes >> 20} MB: pipe captions into it, or name a media file");
                content.Write(buffer, 0, read);
            }

            return content.Length > 0 ? content.ToArray() : throw new UsageException($"{name} is empty: pipe captions into it");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{name} cannot be read: {FileReason.Format(problem)}");
        }
    }

    /// <summary>The name gives the title; the format is recognised by the content.</summary>
    private static async Task<string> StoreAsync(byte[] content, string home, CancellationToken cancellationToken)
    {
        var folder = Path.Combine(home, "inputs", Convert.ToHexStringLower(SHA256.HashData(content))[..16]);
        var path = Path.Combine(folder, "stdin.vtt");
        try
        {
            if (File.Exists(path) && new FileInfo(path).Length == content.Length)
                return path;
            Directory.CreateDirectory(folder);
            var beside = Path.Combine(folder, $"{Path.GetRandomFileName()}.tmp");
            await File.WriteAllBytesAsync(beside, content, cancellationToken);
            File.Move(beside, path, overwrite: true);
            return path;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new YttlException(
                FailureCategory.Processing,
                "run.write",
                $"the captions from the pipe cannot be stored in '{folder}': {FileReason.Format(problem)}; "
                + "point YTTL_HOME at another folder",
                inner: problem);
        }
    }

    [GeneratedRegex("^(?:-|/dev/stdin|/dev/fd/[0-9]+|/proc/(?:self|[0-9]+)/fd/[0-9]+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Pipe();

    [GeneratedRegex("^(?:-|/dev/stdin|/dev/fd/0|/proc/self/fd/0)$", RegexOptions.CultureInvariant)]
    private static partial Regex StandardInputs();
}
