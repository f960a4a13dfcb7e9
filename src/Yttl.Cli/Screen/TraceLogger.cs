using Microsoft.Extensions.Logging;

namespace Yttl.Cli.Screen;

/// <summary>Shows the traces of what was not foreseen, for <c>-v</c>.</summary>
internal sealed class TraceLogger(Messages messages) : ILogger
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        messages.Problem(formatter(state, exception));
        if (exception is not null)
            messages.Trace(exception);
    }
}
