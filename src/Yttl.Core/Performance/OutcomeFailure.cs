using System.Text;
using System.Text.Json;
using Yttl.Core.Failures;
using Yttl.Core.Summaries;

namespace Yttl.Core.Performance;

/// <summary>Why a step's outcome says it failed: every outcome that may says so in the same place.</summary>
public static class OutcomeFailure
{
    /// <param name="outcome">As JSON.</param>
    /// <returns>Null where it did not fail.</returns>
    public static FailureCategory? Of(string outcome)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(outcome));
        if (!reader.Read() || reader.TokenType is not JsonTokenType.StartObject)
            return null;
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            var isFailure = reader.ValueTextEquals("failure"u8);
            reader.Read();
            if (isFailure && reader.TokenType is JsonTokenType.StartObject)
                return JsonSerializer.Deserialize(ref reader, SummariesJson.Default.Failure)?.Category;
            reader.Skip();
        }

        return null;
    }
}
