using System.Security.Cryptography;
using System.Text;

namespace Yttl.Core.Reports.Html;

/// <summary>
/// Text that is written to a page without encoding. It can only come from the resources of this assembly.
/// </summary>
internal sealed class TrustedMarkup
{
    public static readonly TrustedMarkup Style = FromResource("report.css");

    public static readonly TrustedMarkup Script = FromResource("report.js");

    private TrustedMarkup(string text)
    {
        Text = text;
        PolicySource = $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}'";
    }

    public string Text { get; }

    /// <summary>
    /// The hash source of a Content-Security-Policy: https://www.w3.org/TR/CSP3/#grammardef-hash-source.
    /// </summary>
    public string PolicySource { get; }

    private static TrustedMarkup FromResource(string name)
    {
        using var stream = typeof(TrustedMarkup).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The resource {name} is missing from the build.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        // The hash must match the text in the browser, which reads CRLF as LF.
        return new TrustedMarkup(reader.ReadToEnd().ReplaceLineEndings("\n"));
    }
}
