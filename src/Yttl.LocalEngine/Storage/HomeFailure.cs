using Yttl.Core.Failures;

namespace Yttl.LocalEngine.Storage;

/// <summary>Failures of writing to the home folder: the disk is full, or permission is missing.</summary>
internal static class HomeFailure
{
    /// <param name="code">Stable failure code: <c>artifact.write</c>, <c>audio.write</c>, <c>run.write</c>.</param>
    /// <param name="what">What failed, without a full stop: <c>'/home/me/.yttl' could not be written</c>.</param>
    public static YttlException From(string code, string what, Exception problem) => new(
        FailureCategory.Processing,
        code,
        $"{what}: {FileReason.Format(problem)}; make room, or point YTTL_HOME at another folder",
        inner: problem);
}
