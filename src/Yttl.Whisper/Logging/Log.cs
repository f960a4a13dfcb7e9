namespace Yttl.Whisper.Logging;

/// <summary>Log messages contain counts and times, never transcripts.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "Listening on {Address}; loading {Model}")]
    public static partial void Listening(ILogger logger, string address, string model);

    [LoggerMessage(
        2,
        LogLevel.Information,
        "{Model} is loaded: {Library} on {Device}, {Processors} at once, {Threads} threads each")]
    public static partial void Loaded(
        ILogger logger, string model, string library, string? device, int processors, int threads);

    [LoggerMessage(3, LogLevel.Critical, "{Reason}")]
    public static partial void Unfit(ILogger logger, string reason);

    [LoggerMessage(4, LogLevel.Information, "Transcribed {AudioSeconds:0.0} s of audio in {Seconds:0.0} s")]
    public static partial void Transcribed(ILogger logger, double audioSeconds, double seconds);

    [LoggerMessage(5, LogLevel.Information, "The client disconnected before its answer")]
    public static partial void Left(ILogger logger);

    [LoggerMessage(6, LogLevel.Error, "A request failed")]
    public static partial void Failed(ILogger logger, Exception exception);

    [LoggerMessage(7, LogLevel.Debug, "{Line}")]
    public static partial void Native(ILogger logger, string line);
}
