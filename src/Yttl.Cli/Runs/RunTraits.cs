using Yttl.Core.Providers;
using Yttl.Core.Segments;
using Yttl.LocalEngine.Settings;
using Yttl.LocalEngine.Storage;

namespace Yttl.Cli.Runs;

/// <summary>What tells two runs of one video apart: who wrote it, and every option that is not the default.</summary>
internal static class RunTraits
{
    public static IReadOnlyList<string> Of(RunRequest request)
    {
        var (options, usual) = (request.Options, new SummarizeOptions());
        return
        [
            request.Provider == ProviderTable.Extractive ? request.Provider : $"{request.Provider} {Short(request.Model)}".TrimEnd(),
            .. If(options.Length != usual.Length, options.Length.ToString().ToLowerInvariant()),
            .. If(options.Style != usual.Style, options.Style.ToString().ToLowerInvariant()),
            .. If(options.Sections.Mode != usual.Sections.Mode, $"sections by {Words(options.Sections.Mode)}"),
            .. If(options.Sections.Minutes != usual.Sections.Minutes, $"sections of {options.Sections.Minutes} minutes"),
            .. If(options.OutputLanguage is not null, $"in {options.OutputLanguage}"),
            .. If(options.Language is not null, $"captions in {options.Language}"),
            .. If(options.Speech.Force, $"transcribed by {request.Speech?.ToString() ?? "speech recognition"}"),
            .. If(options.SponsorBlock.Count > 0, $"without {string.Join(" and ", options.SponsorBlock)}"),
            .. If(options.Instructions is not null, "own prompt"),
            .. If(options.Title is not null, "own title"),
        ];
    }

    private static string Words(SectionMode mode) => mode is SectionMode.Fixed ? "the clock" : mode.ToString().ToLowerInvariant();

    private static string[] If(bool condition, string trait) => condition ? [trait] : [];

    /// <summary>Without the folder of a file and the owner of a repository.</summary>
    private static string Short(string model) => model.Split('/', '\\')[^1];
}
