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
        [KeepRuns, ModelsOnDemand, CallbackSecret, TaskHub, PurgeSchedule];
}
