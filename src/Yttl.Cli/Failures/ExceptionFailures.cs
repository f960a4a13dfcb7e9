using Yttl.Core.Failures;

namespace Yttl.Cli.Failures;

internal static class ExceptionFailures
{
    /// <summary>
    /// Returns the failure that an exception carries. For any other exception it makes one: <c>memory</c>, <c>file</c>,
    /// or <c>unexpected</c> where the exception was not foreseen.
    /// </summary>
    public static Failure Exception(Exception exception) => exception switch
    {
        YttlException known => known.Failure,
        OutOfMemoryException => new Failure(
            FailureCategory.Memory, "memory", "this machine has no memory left: run fewer videos at once, or end other programs"),
        IOException or UnauthorizedAccessException =>
            new Failure(FailureCategory.Processing, "file", FileReason.FormatWithPath(exception)),
        _ => new Failure(
            FailureCategory.Processing,
            "unexpected",
            $"unexpected {exception.GetType().Name}: {exception.Message} (-v shows where)"),
    };
}
