using Microsoft.Extensions.Logging;
using Yttl.LocalEngine.Logging;

namespace Yttl.Cli.Terminal;

/// <summary>Warnings and news of downloads as notes, a line each. What goes wrong is told by results; <c>-v</c> shows its traces.</summary>
internal sealed class NoteLogger(Messages messages) : ILogger
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel is LogLevel.Warning or LogLevel.Information;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (logLevel is LogLevel.Warning || eventId.Id == HostEvents.Downloading)
            messages.Note(formatter(state, exception));
    }
}
