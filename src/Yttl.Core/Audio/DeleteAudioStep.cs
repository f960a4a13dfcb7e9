using Yttl.Core.Failures;

namespace Yttl.Core.Audio;

/// <param name="Audio">Audio that is no longer needed.</param>
public sealed record DeleteAudioRequest(AudioRef Audio);

/// <summary>Deletes audio once it is transcribed.</summary>
public sealed class DeleteAudioStep(IAudioStore store)
{
    public async Task<PlainOutcome> RunAsync(DeleteAudioRequest request, CancellationToken cancellationToken)
    {
        await store.DeleteAsync(request.Audio, cancellationToken);
        return new PlainOutcome();
    }
}
