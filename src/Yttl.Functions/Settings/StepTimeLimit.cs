using System.Globalization;
using Microsoft.Extensions.Configuration;
using Yttl.Core.Failures;

namespace Yttl.Functions.Settings;

/// <summary>
/// How long one attempt of a step may take: nine tenths of the time after which the Functions host ends the whole
/// worker process, with all other steps in it.
/// </summary>
/// <param name="Value">Null where the host has no limit.</param>
internal sealed record StepTimeLimit(TimeSpan? Value)
{
    /// <summary>The app setting that overrides <c>functionTimeout</c> of host.json, for the host and for this app.</summary>
    public const string Setting = "AzureFunctionsJobHost__functionTimeout";

    private const string Key = "functionTimeout";

    /// <summary>What a step may take of the host's time, and a part of a step of the step's: the rest is for its end.</summary>
    private const double Share = 0.9;

    /// <summary>
    /// The host's own limit where host.json has none, on every plan but Consumption:
    /// https://learn.microsoft.com/azure/azure-functions/functions-scale#timeout
    /// </summary>
    private static readonly TimeSpan Unset = TimeSpan.FromMinutes(30);

    /// <summary>The longest time that a Polly time-out accepts.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>How long a tool or a call in a step may take at most, so that the step can still report it.</summary>
    public TimeSpan ForPart(TimeSpan wanted) => Value * Share is { } most && most < wanted ? most : wanted;

    /// <exception cref="InvalidOperationException">The setting is not a time.</exception>
    public static StepTimeLimit Read(IConfiguration app)
    {
        var host = new ConfigurationBuilder()
            .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "host.json"), optional: true)
            .Build();
        return (app[Setting.Replace("__", ":", StringComparison.Ordinal)] ?? app[Setting] ?? host[Key]) is { } text
            ? Parse(text)
            : From(Unset);
    }

    /// <summary>The failure of a step that takes longer. It is final: another attempt would take as long.</summary>
    public Failure Exceeded(string step) => new(
        FailureCategory.Processing,
        "step.timeout",
        $"{step} did not end within {Words(Value)} and was stopped: raise {Setting}, of which a step may take nine "
        + "tenths, and post the source again; only what is missing is done.");

    private static StepTimeLimit Parse(string text) =>
        TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var time) ? From(time)
        : throw new InvalidOperationException($"The app settings are wrong: {Key} is '{text}', and not a time such as 02:00:00.");

    /// <param name="host">Below zero for no limit, as the host reads it.</param>
    private static StepTimeLimit From(TimeSpan host) => new(
        host < TimeSpan.Zero ? null : TimeSpan.FromTicks(Math.Min((host * Share).Ticks, Longest.Ticks)));

    private static string Words(TimeSpan? time) => time is { } limit
        ? string.Create(CultureInfo.InvariantCulture, $"{limit.TotalMinutes:0.#} minutes")
        : "the time that the Functions host allows";
}
