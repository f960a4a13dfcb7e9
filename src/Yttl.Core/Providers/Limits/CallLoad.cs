namespace Yttl.Core.Providers.Limits;

/// <summary>The calls of one model in this process at one moment.</summary>
/// <param name="Running">Sent, and not answered yet.</param>
/// <param name="Waiting">
/// Held back by the limit of calls at once. A call that waits for its next attempt is in neither number.
/// </param>
public readonly record struct CallLoad(int Running, int Waiting)
{
    public static CallLoad operator +(CallLoad left, CallLoad right) =>
        new(left.Running + right.Running, left.Waiting + right.Waiting);
}
