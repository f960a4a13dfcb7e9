using Microsoft.Extensions.Logging;

namespace Yttl.LocalEngine;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Error, "Run {Run}: step {Step} threw an unexpected exception")]
    public static partial void StepThrew(ILogger logger, string run, string step, Exception exception);
}
