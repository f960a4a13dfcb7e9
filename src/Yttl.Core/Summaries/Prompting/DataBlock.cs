using System.Security.Cryptography;
using System.Text;

namespace Yttl.Core.Summaries.Prompting;

/// <summary>
/// Wraps untrusted text in two marker lines that it cannot forge: the markers have a code from the text's own hash, and
/// never one that occurs in the text. The same text always gets the same markers.
/// </summary>
internal static class DataBlock
{
    public static string Around(string data)
    {
        var code = CodeFor(data);
        return $"BEGIN DATA {code}\n{data}\nEND DATA {code}";
    }

    private static string CodeFor(string data)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(data));
        while (true)
        {
            var code = Convert.ToHexStringLower(hash.AsSpan(0, 8));
            if (!data.Contains(code, StringComparison.OrdinalIgnoreCase))
                return code;
            hash = SHA256.HashData(hash);
        }
    }
}
