using Yttl.Core.Failures;

namespace Yttl.LocalEngine.Storage;

/// <summary>The home folder cannot be written: the disk is full, or there is no permission.</summary>
internal static class HomeFailure
{
    /// <param name="code">Stable: <c>artifact.write</c>, <c>audio.write</c>, <c>run.write</c>.</param>
    /// <param name="what">What could not be done, without a full stop: <c>'/home/me/.yttl' could not be written</c>.</param>
    public static YttlException Of(string code, string what, Exception problem) => new(
        FailureCategory.Processing,
        code,
        $"{what}: {problem.Message.TrimEnd('.')}. Make room or point YTTL_HOME at another folder.",
        inner: problem);
}
