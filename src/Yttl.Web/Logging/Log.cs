using Microsoft.Extensions.Logging;

namespace Yttl.Web.Logging;

internal static partial class Log
{
    [LoggerMessage(EventId = 3001, Level = LogLevel.Error, Message = "A call of {Path} failed")]
    public static partial void CallFailed(ILogger logger, string path, Exception exception);

    [LoggerMessage(EventId = 3002, Level = LogLevel.Warning,
        Message = "The queued run '{Run}' cannot go on and waits for the next start: {Reason}")]
    public static partial void RequestLeftOut(ILogger logger, string run, string reason);

    [LoggerMessage(EventId = 3003, Level = LogLevel.Error, Message = "The run {Run} broke off")]
    public static partial void RunBroke(ILogger logger, string run, Exception exception);

    [LoggerMessage(EventId = 3004, Level = LogLevel.Information, Message = "{Count} runs that were not finished go on")]
    public static partial void GoingOn(ILogger logger, int count);

    [LoggerMessage(EventId = 3005, Level = LogLevel.Warning, Message = "{Problem}")]
    public static partial void RecordUnreadable(ILogger logger, string problem);

    [LoggerMessage(EventId = 3006, Level = LogLevel.Error, Message = "The state of a run could not be told to those who watch")]
    public static partial void EventMissed(ILogger logger, Exception exception);
}
