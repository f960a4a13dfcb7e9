using System.Globalization;
using Microsoft.Extensions.Configuration;
using Yttl.Core.Processes;
using Yttl.Core.Providers;
using Yttl.Core.Speech;
using Yttl.Core.Summaries;

namespace Yttl.Functions.Settings;

/// <summary>The app's settings, read once. All their names are in <c>local.settings.sample.json</c>.</summary>
internal sealed class AppSettings(IConfiguration configuration)
{
    public const string InsightsConnection = "APPLICATIONINSIGHTS_CONNECTION_STRING";

    public TimeSpan KeepRuns { get; } = TimeSpan.FromDays(Number(configuration, "YTTL_KEEP_RUNS_DAYS", 30));

    /// <summary>As <see cref="Workflows.Runs.ExecutionOptions.TimeLimit"/>.</summary>
    public TimeSpan RunTimeLimit { get; } = TimeSpan.FromHours(Number(configuration, "YTTL_RUN_TIME_LIMIT", 24));

    /// <summary>Videos of one list in flight at once.</summary>
    public int VideoWindow { get; } = Number(configuration, "YTTL_MAX_CONCURRENT_VIDEOS", 4);

    public Toolset Tools { get; } = new(
        configuration["YTTL_FFMPEG"] is { Length: > 0 } ffmpeg ? ffmpeg : "ffmpeg",
        configuration["YTTL_FFPROBE"] is { Length: > 0 } ffprobe ? ffprobe : "ffprobe",
        configuration["YTTL_YT_DLP"] is { Length: > 0 } ytDlp ? ytDlp : "yt-dlp")
    {
        ContainersOnly = true,
    };

    /// <summary>What callbacks are signed with; null sends none.</summary>
    public string? CallbackSecret { get; } =
        configuration["YTTL_CALLBACK_SECRET"] is { Length: > 0 } secret ? secret : null;

    /// <summary>Whether the model servers of <c>YTTL_*_BASE_URL</c> are scaled to zero while nobody calls.</summary>
    public bool ModelsOnDemand { get; } = Flag(configuration, "YTTL_MODELS_ON_DEMAND");

    public Uri SponsorBlock { get; } = new(
        configuration["YTTL_SPONSORBLOCK_URL"] is { Length: > 0 } address ? address : "https://sponsor.ajay.app/");

    /// <summary>Null picks the speaker's own sentences.</summary>
    public LanguageModelSettings? LanguageModel()
    {
        var chosen = LanguageModelSettings.Choose(
            Text("YTTL_LLM_PROVIDER") ?? ProviderTable.Auto, Text("YTTL_LLM_BASE_URL"), Text("YTTL_LLM_MODEL"), Text);
        return chosen is null ? null : chosen with { MaxConcurrent = Number(configuration, "YTTL_MAX_CONCURRENT_LLM", 5) };
    }

    /// <summary>Null where nobody recognises speech: captions are then all there is. This app starts no model servers.</summary>
    public SpeechSettings? Speech()
    {
        var chosen = SpeechSettings.Choose(
            Text("YTTL_WHISPER_PROVIDER") ?? ProviderTable.Auto, Text("YTTL_WHISPER_BASE_URL"), Text("YTTL_WHISPER_MODEL"), Text);
        return chosen is not { BaseUrl: not null } ? null
            : chosen with { MaxConcurrent = Number(configuration, "YTTL_MAX_CONCURRENT_WHISPER", 2) };
    }

    public Uri? OwnSpeechServer => Address("YTTL_WHISPER_BASE_URL");

    public Uri? OwnLanguageServer => Address("YTTL_LLM_BASE_URL");

    private Uri? Address(string name) => Uri.TryCreate(Text(name), UriKind.Absolute, out var address) ? address : null;

    private string? Text(string name) => configuration[name] is { Length: > 0 } text ? text : null;

    private static bool Flag(IConfiguration configuration, string name) =>
        configuration[name] is { Length: > 0 } text
        && (bool.TryParse(text, out var flag) ? flag
            : throw new InvalidOperationException($"The app setting {name} is '{text}': give true or false."));

    private static int Number(IConfiguration configuration, string name, int fallback) =>
        configuration[name] is not { Length: > 0 } text ? fallback
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 ? number
        : throw new InvalidOperationException($"The app setting {name} is '{text}': give a whole number of at least 1.");
}
