using System.Globalization;

namespace Yttl.Core.Text;

/// <summary>Numbers as other programs write them in texts.</summary>
internal static class LooseNumber
{
    /// <summary>Reads digits with an optional sign, point and exponent, and NaN and infinities by name.</summary>
    /// <returns>Null where the text is no number.</returns>
    public static double? Parse(ReadOnlySpan<char> text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
