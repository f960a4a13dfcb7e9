using Yttl.LocalEngine.Settings;

namespace Yttl.Web.Json;

/// <summary>A run that was asked for and has not ended.</summary>
internal sealed record QueuedRequest(string Source, SummarizeOptions Options, DateTimeOffset Submitted);
