using Yttl.Core.Settings;

namespace Yttl.Cli.Settings;

/// <summary>A suggested value for this machine.</summary>
/// <param name="Value">A text that <paramref name="Setting"/> accepts.</param>
/// <param name="Reason">One line for people.</param>
internal sealed record Suggestion(Setting Setting, string Value, string Reason);
