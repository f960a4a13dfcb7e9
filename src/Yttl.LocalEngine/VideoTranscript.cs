using Yttl.Core.Captions;
using Yttl.Core.Sources;

namespace Yttl.LocalEngine;

/// <param name="Notes">Why each caption track before the one used was left, one sentence each.</param>
public sealed record VideoTranscript(Video Video, Transcript Transcript, IReadOnlyList<string> Notes);
