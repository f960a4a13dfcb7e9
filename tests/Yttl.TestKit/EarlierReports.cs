namespace Yttl.TestKit;

/// <summary>
/// Reports that an earlier version wrote, before sentences had sources: of a talk in English about the stars, whose segments a
/// model wrote, wrote in part, or refused.
/// </summary>
public static class EarlierReports
{
    public static IReadOnlyList<string> Statuses { get; } = ["complete", "partial", "failed"];

    public static string Read(string status) =>
        File.ReadAllText(Repository.PathOf($"tests/Yttl.TestKit/Reports/report-before-sources.{status}.json"));
}
