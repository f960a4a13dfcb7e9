using Microsoft.Extensions.Logging;
using Yttl.LocalEngine.Logging;

namespace Yttl.Cli.Terminal;

/// <summary>
/// Writes warnings and news of downloads as notes, one line each. Results name their failures; <c>-v</c> shows stack
/// traces.
/// </summary>
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
