using System.Text;
using System.Text.Json;
using Yttl.Core.Failures;

namespace Yttl.Workflows.Runs;

/// <summary>
/// A failure as one line of text, for engines that carry only the message of an exception and may add words before and
/// after it.
/// </summary>
/// <param name="Transient">Whether the same call may succeed later.</param>
public sealed record CarriedFailure(Failure Failure, bool Transient)
{
    private const string Mark = "yttl-failure:";

    public string ToText() => Mark + JsonSerializer.Serialize(this, RunsJson.Default.CarriedFailure);

    /// <returns>Null where the text holds no failure: the exception was not foreseen.</returns>
    public static CarriedFailure? Find(string? text)
    {
        if (text?.IndexOf(Mark, StringComparison.Ordinal) is not (>= 0 and var start))
            return null;
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text[(start + Mark.Length)..]));
        try
        {
            return JsonSerializer.Deserialize(ref reader, RunsJson.Default.CarriedFailure) is { Failure: not null } carried
                ? carried
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
