namespace Yttl.Cli.Json;

/// <summary>What <c>config show --json</c> writes, by key.</summary>
internal sealed record ConfigDocument(
    IReadOnlyDictionary<string, ConfigValueDocument> Settings, IReadOnlyList<string> Problems);

/// <param name="Value">The text in effect; null where nothing is set; of a secret only <c>set</c>.</param>
internal sealed record ConfigValueDocument(string? Value, string Origin);
