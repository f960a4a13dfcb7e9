using System.Text;
using Yttl.Cli.Failures;
using Yttl.Cli.Terminal;

namespace Yttl.Cli.Runs;

/// <summary>A text file that the user names, or stdin for <c>-</c>.</summary>
internal static class TextInput
{
    private const int MostCharacters = 4 << 20;

    /// <exception cref="UsageException">The file cannot be read, or has more than 4 million characters.</exception>
    public static async Task<string> ReadAsync(
        string name, CliContext surroundings, CancellationToken cancellationToken)
    {
        try
        {
            var input = name == "-" ? surroundings.OpenInput() : File.OpenRead(name);
            using var reader = new StreamReader(input, Encoding.UTF8);
            var buffer = new char[MostCharacters + 1];
            // A read from a terminal cannot be interrupted, so on cancellation it is abandoned.
            var length = await reader.ReadBlockAsync(buffer, cancellationToken).AsTask().WaitAsync(cancellationToken);
            return length <= MostCharacters
                ? new string(buffer, 0, length)
                : throw new UsageException($"'{name}' is too long for a list of sources");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"'{name}' cannot be read: {e.Message}");
        }
    }
}
