using System.Globalization;
using System.Text;

namespace Yttl.TestKit.Fuzzing;

/// <summary>An input that the parser neither understood nor refused as it promises.</summary>
/// <param name="Kind">Escapes of one kind are most probably one defect.</param>
internal sealed record FuzzEscape(string Kind, string Problem, byte[] Input)
{
    private const int MostShown = 400;

    public static FuzzEscape Of(Exception problem, byte[] input)
    {
        var frames = (problem.StackTrace ?? "").Split('\n').Select(line => line.Trim());
        var ours = frames.FirstOrDefault(line => line.StartsWith("at Yttl.", StringComparison.Ordinal)) ?? "";
        return new FuzzEscape($"{problem.GetType().Name} {ours}", problem.ToString(), input);
    }

    public override string ToString()
    {
        var shown = Input.AsSpan(0, Math.Min(Input.Length, MostShown));
        return string.Create(CultureInfo.InvariantCulture, $"""
            {Problem}
              {Input.Length} bytes, in base64 {Convert.ToBase64String(shown)}{(Input.Length > MostShown ? "…" : "")}
              that is: {Readable(Encoding.UTF8.GetString(shown))}
            """);
    }

    private static string Readable(string text) => string.Concat(text.Select(letter => char.IsControl(letter)
        ? string.Create(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}")
        : letter.ToString()));
}
