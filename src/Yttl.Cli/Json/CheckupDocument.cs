using Yttl.Cli.Doctor;

namespace Yttl.Cli.Json;

/// <summary>What <c>doctor --json</c> writes.</summary>
/// <param name="IsReady">Whether everything that the main job needs is there.</param>
internal sealed record CheckupDocument(string Schema, bool IsReady, IReadOnlyList<DoctorResult> Findings)
{
    public static CheckupDocument From(IReadOnlyList<DoctorResult> findings) =>
        new("yttl/doctor@1", findings.All(finding => finding.IsReady), findings);
}
