using Yttl.Core.Text;

namespace Yttl.Core.Failures;

/// <summary>A failure as a value: what reports, step results and the screen show.</summary>
/// <param name="Category">The closed set that retry and exit codes are decided by.</param>
/// <param name="Code">Stable, dotted, for programs: <c>captions.none</c>, <c>video.private</c>, <c>tool.missing</c>.</param>
/// <param name="Message">
/// One line for people: what happened, to which input, what to do next. Addresses are shown without what gives access.
/// </param>
public sealed record Failure(FailureCategory Category, string Code, string Message)
{
    public string Message { get; init; } = ShownText.From(Message);
}
