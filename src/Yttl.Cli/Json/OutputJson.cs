using System.Text.Encodings.Web;
using System.Text.Json;

namespace Yttl.Cli.Json;

internal static class OutputJson
{
    /// <summary>Leaves letters of every script unescaped: this JSON never becomes part of HTML.</summary>
    public static readonly CliJson Types = new(
        new JsonSerializerOptions(CliJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
