using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Yttl.Core.Callbacks;

/// <summary>
/// Signs a callback, so that its receiver can verify the sender, with whom it shares a secret, and the time of sending.
/// The format is Stripe's, <c>t=SECONDS,v1=HEX</c>: the Unix time of sending, and the HMAC-SHA256 (RFC 2104) of
/// <c>SECONDS.BODY</c> under the secret's UTF-8 bytes.
/// </summary>
/// <seealso href="https://docs.stripe.com/webhooks#verify-manually">How a receiver checks one</seealso>
public static class CallbackSignature
{
    public const string Header = "Yttl-Signature";

    /// <param name="body">Body exactly as sent, in UTF-8.</param>
    public static string Compute(string secret, DateTimeOffset sent, string body)
    {
        var seconds = sent.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var hash = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{seconds}.{body}"));
        return $"t={seconds},v1={Convert.ToHexStringLower(hash)}";
    }
}
