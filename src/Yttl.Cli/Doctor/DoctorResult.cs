using System.Text.Json.Serialization;
using Yttl.Core.Processes;

namespace Yttl.Cli.Doctor;

[JsonConverter(typeof(JsonStringEnumConverter<Health>))]
internal enum Health
{
    [JsonStringEnumMemberName("ok")] Ok,

    /// <summary>Some sources fail, or something works less well.</summary>
    [JsonStringEnumMemberName("attention")] Attention,

    /// <summary>The main job fails without it.</summary>
    [JsonStringEnumMemberName("missing")] Missing,
}

/// <summary>The result of one check.</summary>
/// <param name="Remedy">What to do about it; null where nothing needs to be done.</param>
internal sealed record DoctorResult(string Name, Health Health, string Detail, string? Remedy)
{
    /// <param name="isRequired">Whether the main job needs this program.</param>
    public static DoctorResult From(ToolCheck check, bool isRequired)
    {
        var found = string.Join(", ", new[] { check.Version, check.Path }.OfType<string>());
        var health = check.Problem is null ? Health.Ok
            : isRequired && check.Version is null ? Health.Missing
            : Health.Attention;
        var detail = check.Problem is null ? found : found.Length == 0 ? check.Problem : $"{found}: {check.Problem}";
        return new DoctorResult(check.Name, health, detail, check.Remedy);
    }
}
