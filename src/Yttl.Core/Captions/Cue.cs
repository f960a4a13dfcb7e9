namespace Yttl.Core.Captions;

/// <summary>One timed line of a transcript. <see cref="Text"/> is plain, untrusted text without markup.</summary>
public sealed record Cue(TimeSpan Start, TimeSpan End, string Text);
