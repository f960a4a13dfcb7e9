using System.Security.Cryptography;
using System.Text;

namespace Yttl.Core.Reports.Html;

/// <summary>Text that goes into a page as it is. It can only be made of this assembly's own resources.</summary>
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

    /// <summary>What a Content-Security-Policy names it by: https://www.w3.org/TR/CSP3/#grammardef-hash-source.</summary>
    public string PolicySource { get; }

    private static TrustedMarkup FromResource(string name)
    {
        using var stream = typeof(TrustedMarkup).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The resource {name} is missing from the build.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        // The hash must match what a browser sees, and a browser reads CRLF as LF.
        return new TrustedMarkup(reader.ReadToEnd().ReplaceLineEndings("\n"));
    }
}
