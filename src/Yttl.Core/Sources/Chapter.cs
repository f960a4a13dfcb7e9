namespace Yttl.Core.Sources;

/// <summary>A chapter that the uploader set. Its title is untrusted text.</summary>
public sealed record Chapter(TimeSpan Start, TimeSpan End, string Title);
