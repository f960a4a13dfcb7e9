using Yttl.Cli.Settings;
using Yttl.Core.Hardware;
using Yttl.Core.Settings;

namespace Yttl.Cli.Json;

/// <summary>What <c>config suggest --json</c> writes.</summary>
internal sealed record SuggestionsDocument(
    string Schema, HardwareDocument Hardware, IReadOnlyList<SuggestionDocument> Suggestions)
{
    public static SuggestionsDocument From(
        HardwareInfo hardware, IEnumerable<Suggestion> suggestions, Configuration settings) => new(
        "yttl/suggestions@1",
        HardwareDocument.From(hardware),
        [.. suggestions.Select(suggestion => SuggestionDocument.From(suggestion, settings))]);
}

/// <param name="Cores">In a container, its share of the cores.</param>
/// <param name="FreeMemoryMb">Within the limit of the container.</param>
internal sealed record HardwareDocument(double Cores, long FreeMemoryMb, string? Gpu, long? GpuFreeMemoryMb)
{
    public static HardwareDocument From(HardwareInfo hardware) => new(
        hardware.Cores, hardware.AvailableMemory >> 20, hardware.Gpu?.Name, hardware.Gpu?.FreeMemory >> 20);
}

/// <param name="Now">The text in effect and its origin.</param>
internal sealed record SuggestionDocument(
    string Key, string Value, string? Unit, string Reason, string Now, string Origin)
{
    public static SuggestionDocument From(Suggestion suggestion, Configuration settings)
    {
        var now = settings.Effective(suggestion.Setting);
        return new SuggestionDocument(
            suggestion.Setting.Key,
            suggestion.Value,
            suggestion.Setting.Bounds?.Unit,
            suggestion.Reason,
            suggestion.Setting.Shown(now.Text),
            now.Origin);
    }
}
