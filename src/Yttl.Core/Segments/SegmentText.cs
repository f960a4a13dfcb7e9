using Yttl.Core.Captions;
using Yttl.Core.Languages;

namespace Yttl.Core.Segments;

public sealed record SegmentText(TimeSpan Start, TimeSpan End, LanguageTag? Language, IReadOnlyList<Cue> Cues);
