using Yttl.Core.Text;

namespace Yttl.Core.Failures;

/// <summary>
/// The one exception of YTTL's own. A step throws it only when it is worth repeating (<see cref="Transient"/>);
/// what is final it returns as a <see cref="Failures.Failure"/> in its outcome.
/// </summary>
public sealed class YttlException : Exception
{
    public YttlException(
        FailureCategory category, string code, string message, bool transient = false, Exception? inner = null)
        : base(ShownText.From(message), inner)
    {
        Failure = new Failure(category, code, message);
        Transient = transient;
    }

    /// <summary>A failure that was a value before; it is final.</summary>
    public YttlException(Failure failure, Exception? inner = null)
        : this(failure.Category, failure.Code, failure.Message, inner: inner)
    {
    }

    public Failure Failure { get; }

    /// <summary>Whether the same call may succeed a little later.</summary>
    public bool Transient { get; }

    /// <summary>How long the other side asks us to stay away; null where it did not say.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
