using System.Diagnostics.CodeAnalysis;
using Yttl.Core.Failures;
using Yttl.Core.NetworkGuard;
using Yttl.Core.Sources;

namespace Yttl.Workflows.Runs;

/// <summary>Reads a source from the text of a caller.</summary>
/// <returns>Whether the source is allowed; exactly one of the two is set.</returns>
public delegate bool SourceReader(
    string text, [NotNullWhen(true)] out Source? source, [NotNullWhen(false)] out Failure? failure);

/// <summary>A source from an untrusted caller: an address on the public internet, never a file of the host.</summary>
public static class RemoteSource
{
    /// <summary>In characters. A longer text is no address: those that browsers accept are shorter.</summary>
    public const int Longest = 2048;

    /// <param name="failure">
    /// <c>source.empty</c>, <c>source.unsupported</c>, <c>source.too-long</c> or <c>source.not-public</c>.
    /// </param>
    public static bool TryParse(
        string text, [NotNullWhen(true)] out Source? source, [NotNullWhen(false)] out Failure? failure)
    {
        source = null;
        failure = ProblemOf(text);
        if (failure is not null || !Source.TryParse(text.Trim(), out var parsed, out failure))
            return false;
        if (parsed is MediaFile or CaptionFile or MediaFolder)
        {
            failure = Refuse("source.unsupported", "it is not an address: give the http or https address of a video or a list");
            return false;
        }

        if (parsed is WebPage page && !PublicAddress.MayBePublic(page.Address))
        {
            failure = Refuse("source.not-public", "its host is not on the public internet");
            return false;
        }

        source = parsed;
        return true;
    }

    /// <summary>As <see cref="TryParse"/>, for the user of this machine: also its files, and its own network.</summary>
    public static bool TryParseLocal(
        string text, [NotNullWhen(true)] out Source? source, [NotNullWhen(false)] out Failure? failure)
    {
        source = null;
        failure = ProblemOf(text);
        return failure is null && Source.TryParse(text.Trim(), out source, out failure);
    }

    private static Failure? ProblemOf(string text) =>
        text.Length > Longest ? Refuse("source.too-long", $"it is longer than {Longest} characters")
        : text.Any(char.IsControl) ? Refuse("source.unsupported", "it holds control characters")
        : text.Contains('@', StringComparison.Ordinal) && Uri.TryCreate(text.Trim(), UriKind.Absolute, out var uri)
            && uri.UserInfo.Length > 0 ? Refuse("source.unsupported", "it holds a user name or a password")
        : null;

    private static Failure Refuse(string code, string reason) =>
        new(FailureCategory.Input, code, $"The source cannot be used: {reason}.");
}
