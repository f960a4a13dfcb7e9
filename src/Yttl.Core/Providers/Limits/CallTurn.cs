namespace Yttl.Core.Providers.Limits;

/// <summary>Whose turn a call is. A call that comes again after a wait keeps its turn.</summary>
/// <param name="Video">Videos take turns; any text that tells them apart.</param>
/// <param name="Number">Calls of one video go in the order of it.</param>
internal readonly record struct CallTurn(string Video, long Number);
