using Yttl.Core.Captions;
using Yttl.Core.Sources;

namespace Yttl.LocalEngine.Results;

/// <param name="Notes">What a reader should know of how it came to be, one sentence each.</param>
public sealed record VideoTranscript(Video Video, Transcript Transcript, IReadOnlyList<string> Notes);
