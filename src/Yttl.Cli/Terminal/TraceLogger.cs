using Microsoft.Extensions.Logging;
using Yttl.LocalEngine.Logging;

namespace Yttl.Cli.Terminal;

/// <summary>
/// Writes warnings, stack traces of unforeseen exceptions, news of downloads and slow steps, for <c>-v</c>.
/// </summary>
internal sealed class TraceLogger(Messages messages) : ILogger
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (eventId.Id is HostEvents.Downloading or HostEvents.Slow)
            messages.Note(formatter(state, exception));
        if (logLevel < LogLevel.Warning)
            return;
        messages.Problem(formatter(state, exception));
        if (exception is not null)
            messages.Trace(exception);
    }
}
