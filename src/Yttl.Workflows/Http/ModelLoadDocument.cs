using Yttl.Core.Providers.Limits;

namespace Yttl.Workflows.Http;

/// <summary>
/// The calls to the model servers of this app's own, over all its instances. A scaler reads one number of it by its
/// path, such as <c>speech.running</c>. A provider's service has no calls here.
/// </summary>
public sealed record ModelLoadDocument(CallLoad Speech, CallLoad Summaries)
{
    public static ModelLoadDocument None { get; } = new(default, default);

    public static ModelLoadDocument operator +(ModelLoadDocument left, ModelLoadDocument right) =>
        new(left.Speech + right.Speech, left.Summaries + right.Summaries);
}
