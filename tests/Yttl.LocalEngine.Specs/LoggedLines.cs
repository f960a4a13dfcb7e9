using Microsoft.Extensions.Logging;

namespace Yttl.LocalEngine.Specs;

/// <summary>A log that the specs read.</summary>
internal sealed class LoggedLines : ILogger
{
    public List<string> Written { get; } = [];

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Written.Add(formatter(state, exception));
}
