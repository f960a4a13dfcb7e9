namespace Yttl.Core.Audio;

/// <summary>Deletes audio once it is transcribed.</summary>
public sealed class DeleteAudioStep(IAudioStore store)
{
    public async Task<DeleteAudioOutcome> RunAsync(DeleteAudioRequest request, CancellationToken cancellationToken)
    {
        await store.DeleteAsync(request.Audio, cancellationToken);
        return new DeleteAudioOutcome();
    }
}
