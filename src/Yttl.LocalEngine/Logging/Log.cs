using Microsoft.Extensions.Logging;

namespace Yttl.LocalEngine.Logging;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Error, "Run {Run}: step {Step} threw an unexpected exception")]
    public static partial void StepThrew(ILogger logger, string run, string step, Exception exception);

    [LoggerMessage(2, LogLevel.Warning, "The stored result of {Step} is dropped and made again: {Reason} ({Path})")]
    public static partial void Forgotten(ILogger logger, string step, string reason, string path);

    [LoggerMessage(3, LogLevel.Warning, "The result of {Step} could not be stored: {Reason}")]
    public static partial void NotRemembered(ILogger logger, string step, string reason);

    [LoggerMessage(4, LogLevel.Information, "{Megabytes} MB were stored, over the limit: removed {Removed} files used longest ago")]
    public static partial void Tidied(ILogger logger, long megabytes, int removed);

    [LoggerMessage(10, LogLevel.Information, "More than {Most} runs were recorded: removed the records of the {Removed} oldest")]
    public static partial void RunsRemoved(ILogger logger, int most, int removed);

    [LoggerMessage(5, LogLevel.Warning, "The stored content could not be tidied: {Reason}")]
    public static partial void NotTidied(ILogger logger, string reason);

    [LoggerMessage(7, LogLevel.Warning, "Run {Run}: the journal of its steps could not be written: {Reason}")]
    public static partial void NotNoted(ILogger logger, string run, string reason);

    [LoggerMessage(HostEvents.Slow, LogLevel.Information, "{Step}")]
    public static partial void Slow(ILogger logger, string step);

    [LoggerMessage(HostEvents.Waiting, LogLevel.Information, "{Wait}")]
    public static partial void Waiting(ILogger logger, string wait);

    [LoggerMessage(HostEvents.Downloading, LogLevel.Information, "downloading the model {Model}: {Progress}")]
    public static partial void Downloading(ILogger logger, string model, string progress);

    [LoggerMessage(20, LogLevel.Warning, "{Problem}")]
    public static partial void RecordDamaged(ILogger logger, string problem);

    [LoggerMessage(21, LogLevel.Warning,
        "Run {Run}: damaged lines of the journal of its steps are left out of its figures: {Lines} ({Path})")]
    public static partial void JournalDamaged(ILogger logger, string run, int lines, string path);

    [LoggerMessage(22, LogLevel.Warning, "The decoded audio is damaged at {Time} and is decoded again ({Path})")]
    public static partial void AudioDamaged(ILogger logger, TimeSpan time, string path);
}
