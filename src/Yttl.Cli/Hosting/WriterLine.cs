using Yttl.Core.Providers;
using Yttl.Core.Settings;
using Yttl.Core.Summaries;

namespace Yttl.Cli.Hosting;

/// <summary>The first line of a run: what writes the summaries, and the option, variable or file that chose it.</summary>
internal static class WriterLine
{
    /// <param name="model">Null for the extractive summariser.</param>
    public static string Format(LanguageModelSettings? model, Configuration settings) =>
        $"summaries: {(model is null ? "the speaker's own sentences" : Name(model))} ({Reason(model, settings)})";

    /// <summary>An address is named where it is the user's, and not the provider's.</summary>
    private static string Name(LanguageModelSettings model) =>
        model.BaseUrl is { } address && address != ProviderTable.Find(model.Provider)?.BaseUrl
            ? $"{model.Provider} {model.Model} at {address}"
            : $"{model.Provider} {model.Model}";

    private static string Reason(LanguageModelSettings? model, Configuration settings) =>
        model?.ChosenBy is { } variable ? Origin(settings.Settings.First(setting => setting.Environment == variable), settings)
        : model is null && settings.Get(SettingTable.LlmProvider) == ProviderTable.Auto
            ? "no provider is configured; see yttl doctor"
            : Origin(SettingTable.LlmProvider, settings);

    /// <summary>An option and a variable name themselves; a file does not say which of its values chose.</summary>
    private static string Origin(Setting setting, Configuration settings)
    {
        var origin = settings.Effective(setting).Origin;
        return origin.StartsWith('-') || origin == setting.Environment ? origin : $"{setting.Key} from {origin}";
    }
}
