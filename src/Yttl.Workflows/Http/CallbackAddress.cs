using Yttl.Core.Failures;
using Yttl.Core.NetworkGuard;
using Yttl.Workflows.Runs;

namespace Yttl.Workflows.Http;

/// <summary>
/// Checks the address of a callback, which is untrusted: it must be https and on the public internet.
/// </summary>
internal static class CallbackAddress
{
    /// <returns><c>callback.unsupported</c> or <c>callback.not-public</c>; null where the address is allowed.</returns>
    public static Failure? ProblemOf(string text)
    {
        if (text.Length > RemoteSource.Longest)
            return Refuse("callback.unsupported", $"it is longer than {RemoteSource.Longest} characters");
        if (text.Any(c => char.IsControl(c) || char.IsWhiteSpace(c)) || !Uri.TryCreate(text, UriKind.Absolute, out var address)
            || address.Scheme != Uri.UriSchemeHttps)
            return Refuse("callback.unsupported", "it is no https address");
        if (address.UserInfo.Length > 0)
            return Refuse("callback.unsupported", "it holds a user name or a password");
        return PublicAddress.MayBePublic(address)
            ? null
            : Refuse("callback.not-public", "its host is not on the public internet");
    }

    private static Failure Refuse(string code, string reason) =>
        new(FailureCategory.Input, code, $"The callback cannot be used: {reason}.");
}
