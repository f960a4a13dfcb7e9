namespace Yttl.Core.Settings;

/// <summary>The range of a setting's number, both ends included.</summary>
/// <param name="Unit">The unit for people: <c>s</c>, <c>MB</c>, <c>dB</c>; null for a count.</param>
public sealed record Bounds(double Least, double Most, string? Unit = null)
{
    public bool Hold(double number) => number >= Least && number <= Most;

    public override string ToString() =>
        FormattableString.Invariant($"{Least} to {Most}{(Unit is null ? "" : $" {Unit}")}");
}
