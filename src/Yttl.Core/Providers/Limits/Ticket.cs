namespace Yttl.Core.Providers.Limits;

/// <summary>A call's position in the queue, which its retries keep.</summary>
/// <param name="Video">Any text that identifies the video: videos take turns.</param>
/// <param name="Number">The order of the calls of one video.</param>
internal readonly record struct Ticket(string Video, long Number);
