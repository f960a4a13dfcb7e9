using Yttl.Core.Failures;
using Yttl.Workflows.Runs;
using Yttl.Workflows.Seam;

namespace Yttl.Workflows.Http;

/// <summary>The answers of a host, as its HTTP API sees them.</summary>
public interface IAskHost
{
    /// <summary>Answers a question, or joins the answer of that id that is being made, and waits a while for its end.</summary>
    /// <returns>Null where it is not answered yet: the same call joins it again.</returns>
    /// <exception cref="YttlException">The answer broke off.</exception>
    Task<AskResult?> AskAsync(RunId id, AskInput input, CancellationToken cancellationToken);
}
