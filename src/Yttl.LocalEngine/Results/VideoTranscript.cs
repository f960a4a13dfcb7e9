using Yttl.Core.Captions;
using Yttl.Core.Sources;

namespace Yttl.LocalEngine.Results;

/// <param name="Notes">How the transcript came to be, where a reader should know it: one sentence each.</param>
public sealed record VideoTranscript(Video Video, Transcript Transcript, IReadOnlyList<string> Notes);
