using System.Text;
using Yttl.Cli.Failures;
using Yttl.Core.Failures;
using Yttl.Core.Settings;

namespace Yttl.Cli.Hosting;

/// <summary>The user's own instructions.</summary>
internal static class PromptFile
{
    /// <summary>
    /// In bytes. Every prompt carries the instructions; longer ones would leave too little room for the transcript.
    /// </summary>
    private const int MostBytes = 16 * 1024;

    private static readonly UTF8Encoding Strict = new(
        encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="UsageException">The file is missing, unreadable, blank, too large or not UTF-8.</exception>
    /// <param name="fromProjectFile">Whether <c>./yttl.json</c> names it: it then lies in that folder.</param>
    public static string? Read(string? path, bool fromProjectFile)
    {
        if (path is null)
            return null;
        try
        {
            using var file = fromProjectFile ? ProjectFolder.Current.OpenRead(path) : File.OpenRead(path);
            var bytes = new byte[MostBytes + 1];
            var length = file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            if (length > MostBytes)
                throw Wrong(path, "is larger than 16 KB");
            var text = Strict.GetString(bytes, 0, length).TrimStart('\uFEFF').Trim();
            return text.Length > 0 ? text : throw Wrong(path, "is blank");
        }
        catch (DecoderFallbackException)
        {
            throw Wrong(path, "is not UTF-8 text");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Wrong(path, $"cannot be read: {FileReason.Format(e, path)}");
        }
    }

    private static UsageException Wrong(string path, string what) => new($"prompt_file '{path}' {what}");
}
