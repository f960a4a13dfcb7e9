using System.Runtime.ExceptionServices;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Yttl.Functions.Storage;

/// <summary>
/// Throws the last failure of a call that was repeated in vain. Azure's pipeline throws the failures of all attempts as
/// one <see cref="AggregateException"/>, which callers of the storage client do not expect.
/// </summary>
internal sealed class LastFailure : HttpPipelinePolicy
{
    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        try
        {
            ProcessNext(message, pipeline);
        }
        catch (AggregateException attempts)
        {
            Throw(attempts, message.CancellationToken);
        }
    }

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        try
        {
            await ProcessNextAsync(message, pipeline);
        }
        catch (AggregateException attempts)
        {
            Throw(attempts, message.CancellationToken);
        }
    }

    private static void Throw(AggregateException attempts, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (attempts.InnerExceptions is [.., RequestFailedException last])
            ExceptionDispatchInfo.Throw(last);
        throw new RequestFailedException(status: 0, attempts.Message, errorCode: null, attempts);
    }
}
