using System.Text.Encodings.Web;
using System.Text.Json;

namespace Yttl.Cli.Json;

internal static class ReadableJson
{
    /// <summary>Writes letters of every script as they are: nothing here ends up inside HTML.</summary>
    public static readonly CliJson Types = new(
        new JsonSerializerOptions(CliJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
