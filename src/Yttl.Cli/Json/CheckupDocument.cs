using Yttl.Cli.Doctor;

namespace Yttl.Cli.Json;

/// <summary>What <c>doctor --json</c> writes.</summary>
/// <param name="IsReady">Nothing that the main job needs is missing.</param>
internal sealed record CheckupDocument(string Schema, bool IsReady, IReadOnlyList<DoctorResult> Findings);
