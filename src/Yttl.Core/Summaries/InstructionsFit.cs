using System.Globalization;
using Yttl.Core.Failures;

namespace Yttl.Core.Summaries;

/// <summary>The user's own instructions travel with every prompt, and must leave room for what it is about.</summary>
public static class InstructionsFit
{
    /// <param name="inputTokens">Of one prompt.</param>
    /// <exception cref="YttlException"><c>model.instructions-too-long</c>: they take more than half of it.</exception>
    public static void Check(string? instructions, int inputTokens)
    {
        var tokens = TokenEstimate.Of(instructions ?? "");
        if (tokens > inputTokens / 2)
            throw new YttlException(FailureCategory.Input, "model.instructions-too-long", string.Create(
                CultureInfo.InvariantCulture,
                $"your instructions take about {tokens} of the {inputTokens} tokens that one prompt may hold: ")
                + "shorten them (--prompt-file) to half of that at most, or use another provider");
    }
}
