using System.Globalization;

namespace Yttl.Workflows.Http;

/// <summary>The parameter <c>limit</c> of a call: how many entries it answers with at most.</summary>
public static class QueryLimit
{
    /// <param name="text">As it was given; null or empty for the usual one.</param>
    /// <param name="problem">Null where it is a number from 1 to <paramref name="largest"/>.</param>
    public static int Read(string? text, int usual, int largest, out ApiAnswer? problem)
    {
        problem = null;
        if (string.IsNullOrEmpty(text))
            return usual;
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) || limit < 1 || limit > largest)
            problem = ApiAnswer.Malformed($"limit '{text}' is not a number from 1 to {largest}.");
        return limit;
    }
}
