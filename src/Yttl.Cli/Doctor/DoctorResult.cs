using System.Text.Json.Serialization;
using Yttl.Core.Processes;

namespace Yttl.Cli.Doctor;

[JsonConverter(typeof(JsonStringEnumConverter<Health>))]
internal enum Health
{
    [JsonStringEnumMemberName("ok")] Ok,

    /// <summary>It is there, and too old to be relied on or not usable.</summary>
    [JsonStringEnumMemberName("outdated")] Outdated,

    /// <summary>There is little left of it.</summary>
    [JsonStringEnumMemberName("low")] Low,
    [JsonStringEnumMemberName("missing")] Missing,
}

/// <summary>The result of one check.</summary>
/// <param name="Remedy">What to do about it; null where nothing needs to be done.</param>
/// <param name="IsRequired">Whether the main job fails without it. Without the others some sources fail.</param>
internal sealed record DoctorResult(string Name, Health Health, string Detail, string? Remedy, bool IsRequired = false)
{
    /// <summary>Whether the main job works, as far as this is concerned.</summary>
    [JsonIgnore]
    public bool IsReady => Health is not Health.Missing || !IsRequired;

    /// <param name="isRequired">Whether the main job needs this program.</param>
    public static DoctorResult From(ToolCheck check, bool isRequired)
    {
        var found = string.Join(", ", new[] { check.Version, check.Path }.OfType<string>());
        var health = check.Problem is null ? Health.Ok
            : check.Version is null ? Health.Missing
            : Health.Outdated;
        var detail = check.Problem is null ? found : found.Length == 0 ? check.Problem : $"{found}: {check.Problem}";
        return new DoctorResult(check.Name, health, detail, check.Remedy, isRequired);
    }
}
