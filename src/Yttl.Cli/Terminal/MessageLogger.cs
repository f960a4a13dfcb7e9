using Microsoft.Extensions.Logging;
using Yttl.LocalEngine.Logging;

namespace Yttl.Cli.Terminal;

/// <summary>
/// Writes warnings, long waits and news of downloads as notes, one line each; results name their failures. With <c>-v</c> it also
/// writes slow steps, and warnings as problems with the stack traces of unforeseen exceptions.
/// </summary>
internal sealed class MessageLogger(Messages messages, bool verbose) : ILogger
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) =>
        verbose ? logLevel >= LogLevel.Information : logLevel is LogLevel.Warning or LogLevel.Information;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (eventId.Id is HostEvents.Downloading or HostEvents.Waiting
            || (verbose ? eventId.Id == HostEvents.Slow : logLevel is LogLevel.Warning))
            messages.Note(formatter(state, exception));
        if (!verbose || logLevel < LogLevel.Warning)
            return;
        messages.Problem(formatter(state, exception));
        if (exception is not null)
            messages.Trace(exception);
    }
}
