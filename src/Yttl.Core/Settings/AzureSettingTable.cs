namespace Yttl.Core.Settings;

/// <summary>The settings of the Functions app only.</summary>
public static class AzureSettingTable
{
    public static readonly Setting<TimeSpan> KeepRuns = new(
        Hosts.Azure,
        "keep_runs_days",
        TimeSpan.FromDays(30),
        ValueParsers.Days(1, 3650),
        "How long a run that is over is kept");

    public static readonly Setting<bool> ModelsOnDemand = new(
        Hosts.Azure,
        "models_on_demand",
        false,
        ValueParsers.Switch,
        "The model servers of your own are scaled to zero while nothing calls");

    public static readonly Setting<string?> CallbackSecret = new(
        Hosts.Azure,
        "callback_secret",
        null,
        ValueParsers.Secret,
        "What callbacks are signed with; without it none are sent")
    {
        IsSecret = true,
    };

    /// <summary>A command takes a file, and this app its content, which a Key Vault reference brings along.</summary>
    public static readonly Setting<string?> Cookies = new(
        Hosts.Azure,
        "cookies",
        null,
        ValueParsers.Cookies,
        "Cookies for yt-dlp: the content of a Netscape cookie file, as text or base64")
    {
        IsSecret = true,
    };

    /// <summary>The guard of this app's connections speaks to no other kind of proxy.</summary>
    public static readonly Setting<Uri?> Proxy = new(
        Hosts.Azure,
        "proxy",
        null,
        ValueParsers.HttpProxy,
        "Proxy for yt-dlp and caption downloads: http://[USER:PASSWORD@]HOST:PORT")
    {
        IsSecret = true,
    };

    /// <summary>The Functions host reads these two itself, before the app starts.</summary>
    private static readonly Setting<string?> TaskHub = new(
        Hosts.Azure,
        "task_hub",
        "yttl",
        ValueParsers.Text("NAME", "a name"),
        "Name of the task hub in the storage account; required");

    private static readonly Setting<string?> PurgeSchedule = new(
        Hosts.Azure,
        "purge_schedule",
        "0 30 3 * * *",
        ValueParsers.Text("CRON", "a schedule"),
        "When old runs are deleted; required");

    public static readonly IReadOnlyList<Setting> All =
        [KeepRuns, ModelsOnDemand, CallbackSecret, Cookies, Proxy, TaskHub, PurgeSchedule];
}
