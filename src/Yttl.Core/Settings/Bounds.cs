namespace Yttl.Core.Settings;

/// <summary>The numbers that a setting takes, both ends included.</summary>
/// <param name="Unit">For people: <c>s</c>, <c>MB</c>, <c>dB</c>; null where things are counted.</param>
public sealed record Bounds(double Least, double Most, string? Unit = null)
{
    public bool Hold(double number) => number >= Least && number <= Most;

    public override string ToString() =>
        FormattableString.Invariant($"{Least} to {Most}{(Unit is null ? "" : $" {Unit}")}");
}
