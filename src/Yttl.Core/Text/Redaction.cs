using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Yttl.Core.Text;

/// <summary>
/// Leaves out of shown text what gives access: the user and password of an address, the values of its parameters that
/// carry a key or a signature, what has the form of a provider's key, and the secrets of this process. Stored inputs keep
/// their addresses, since work is continued from them.
/// </summary>
public static partial class Redaction
{
    /// <summary>What stands for a value. It is valid in a query.</summary>
    public const string Mask = "***";

    /// <summary>In characters. A shorter secret may be a word of any text.</summary>
    private const int LeastSecret = 8;

    private static ImmutableHashSet<string> _secrets = [];

    /// <summary>
    /// Adds secrets of this process, such as keys: no shown text has them from now on. A text of fewer than 8 characters is
    /// not added.
    /// </summary>
    public static void Know(IEnumerable<string> secrets)
    {
        foreach (var secret in secrets.Where(secret => secret.Length >= LeastSecret))
            ImmutableInterlocked.Update(ref _secrets, known => known.Add(secret));
    }

    /// <summary>Returns the address as it may be shown, without its user: the same one where it holds nothing secret.</summary>
    public static Uri Of(Uri address)
    {
        if (!address.IsAbsoluteUri)
            return address;
        var plain = address.UserInfo.Length == 0 ? address
            : new UriBuilder(address) { UserName = "", Password = "", Port = address.IsDefaultPort ? -1 : address.Port }.Uri;
        var shown = In(plain.AbsoluteUri);
        return shown == plain.AbsoluteUri ? plain : new Uri(shown);
    }

    /// <summary>Returns the text with every address in it as it may be shown, and without known secrets.</summary>
    public static string In(string text)
    {
        if (text.Contains("://", StringComparison.Ordinal))
            text = Addresses().Replace(text, match => Parameters(WithoutUser(match.Value)));
        text = Keys().Replace(text, Mask);
        foreach (var secret in _secrets)
            text = text.Replace(secret, Mask, StringComparison.Ordinal);
        return text;
    }

    /// <summary>As <see cref="In"/>, for a text that may be an address without its scheme: <c>USER:PASSWORD@HOST</c>.</summary>
    public static string InAddress(string text) =>
        In(text.Contains("://", StringComparison.Ordinal) ? text : SchemelessUser().Replace(text, Mask + "@"));

    /// <summary>
    /// The user ends at the last <c>@</c> before the path. A password may hold what ends a host: where the port is none, all
    /// up to the last <c>@</c> is taken for it.
    /// </summary>
    private static string WithoutUser(string address)
    {
        var start = address.IndexOf("://", StringComparison.Ordinal) + 3;
        var end = address.AsSpan(start).IndexOfAny('/', '?', '#') is >= 0 and var length ? start + length : address.Length;
        var at = address.LastIndexOf('@', end - 1, end - start);
        if (at < 0 && MalformedPort().IsMatch(address[start..end]))
            at = address.LastIndexOf('@');
        // What a message explains is no user: http://[USER:PASSWORD@]HOST.
        return at < start || address[start..at].Contains('[') ? address : address[..start] + Mask + address[at..];
    }

    private static string Parameters(string address) => Parameter().Replace(
        address, match => GivesAccess(match.Groups["name"].Value, match.Groups["value"].Value)
            ? $"{match.Groups["name"].Value}={Mask}"
            : match.Value);

    /// <summary>A value may be an address itself, in escapes.</summary>
    private static bool GivesAccess(string name, string value) =>
        Access().IsMatch(Uri.UnescapeDataString(name))
        || (value.Contains('%') && Uri.UnescapeDataString(value) is var inner && inner != value && In(inner) != inner);

    [GeneratedRegex(@"\b[A-Za-z][A-Za-z0-9+.-]{0,30}://[^\s""'<>`]+", RegexOptions.CultureInvariant)]
    private static partial Regex Addresses();

    /// <summary>
    /// The forms of keys (OpenAI, Anthropic, Groq, Hugging Face, Google, GitHub, xAI), and what stands behind
    /// <c>Bearer</c>. A key has a digit, which tells it from words with dashes.
    /// </summary>
    [GeneratedRegex(
        @"\b(?:(?:sk|gsk|hf|xai|gh[opsu])[-_]|AIza)(?=[A-Za-z_-]*\d)[A-Za-z0-9_-]{16,}|(?<=\bBearer )(?=\S*\d)[A-Za-z0-9._~+/=-]{8,}",
        RegexOptions.CultureInvariant)]
    private static partial Regex Keys();

    [GeneratedRegex(@"\A\S+@(?=[^\s@]+\z)", RegexOptions.CultureInvariant)]
    private static partial Regex SchemelessUser();

    /// <summary>A port that is no number, behind a host that is no address in brackets.</summary>
    [GeneratedRegex(@"\A[^\[\]:]*:(?!\d*\z)", RegexOptions.CultureInvariant)]
    private static partial Regex MalformedPort();

    /// <summary>In the query, in the fragment, and in the path, where some delivery networks sign; <c>\u0026</c> is JSON's.</summary>
    [GeneratedRegex(
        @"(?:(?<=[?&;#]|\\u0026)(?<name>[\w.%\[\]~-]{1,80})=(?<value>[^&;#\s\\]*))|"
        + @"(?:(?<=/)(?<name>[\w.%\[\]~-]{1,80})=(?<value>[^/?&;#\s\\]*))",
        RegexOptions.CultureInvariant)]
    private static partial Regex Parameter();

    /// <summary>
    /// Names of parameters that carry access, as sites, clouds and delivery networks have them: <c>access_token</c>,
    /// <c>apiKey</c>, <c>X-Amz-Signature</c>, <c>sig</c> of Azure, <c>lsig</c> of Google, <c>hdnts</c> of Akamai. Not
    /// <c>viewkey</c>, which is a video's id.
    /// </summary>
    [GeneratedRegex(
        @"token|secret|passw|passphrase|passcode|signature|credential|session|bearer|api[-_]?key|"
        + @"(?<!view)key(?![a-z])|(?<![a-km-z])sig(?![a-z])|"
        + @"(?<![a-z])(?:o?auth|authorization|pass|pwd|pin|sid|jwt|hmac|ticket|policy|hash|md5|otp|sign|sas|hdne[at]|hdnt[sl])(?![a-z])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Access();
}
