using System.Globalization;
using Yttl.Core.Failures;

namespace Yttl.Core.Summaries;

/// <summary>Checks that the user's instructions, which are in every prompt, leave room for the data.</summary>
public static class InstructionsFit
{
    /// <param name="inputTokens">The tokens of one prompt.</param>
    /// <exception cref="YttlException">
    /// <c>model.instructions-too-long</c>: the instructions take more than half of the prompt.
    /// </exception>
    public static void Check(string? instructions, int inputTokens)
    {
        var tokens = TokenEstimate.Estimate(instructions ?? "");
        if (tokens > inputTokens / 2)
            throw new YttlException(FailureCategory.Input, "model.instructions-too-long", string.Create(
                CultureInfo.InvariantCulture,
                $"your instructions take about {tokens} of the {inputTokens} tokens that one prompt may hold: ")
                + $"shorten them ({SettingName.For("prompt_file")}) to half of that at most, or use another provider");
    }
}
