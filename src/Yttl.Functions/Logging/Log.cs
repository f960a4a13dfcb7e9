using Microsoft.Extensions.Logging;
using Yttl.Core.Reports;

namespace Yttl.Functions.Logging;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "{Runs} runs that ended long ago are deleted, {Left} are left to the next time (late: {Late})")]
    public static partial void Purged(ILogger logger, int runs, int left, bool late);

    [LoggerMessage(2, LogLevel.Warning, "The stored result of {Step} is dropped and made again: {Reason} ({Key})")]
    public static partial void Forgotten(ILogger logger, string step, string reason, string key);

    [LoggerMessage(3, LogLevel.Warning, "The result of {Step} could not be stored: {Reason}")]
    public static partial void NotRemembered(ILogger logger, string step, string reason);

    [LoggerMessage(4, LogLevel.Information, "List {Name}: {Accepted} sources accepted, {Rejected} lines rejected, as run {Run}")]
    public static partial void ListTaken(ILogger logger, string name, int accepted, int rejected, string run);

    [LoggerMessage(6, LogLevel.Warning, "Run {Run}: the journal of its steps could not be written or read: {Reason}")]
    public static partial void NotNoted(ILogger logger, string run, string reason);

    [LoggerMessage(7, LogLevel.Warning, "Run {Run} is deleted, but not all its journals could be: {Reason}")]
    public static partial void JournalKept(ILogger logger, string run, string reason);

    [LoggerMessage(8, LogLevel.Warning, "{Note}")]
    public static partial void SettingUnused(ILogger logger, string note);

    [LoggerMessage(10, LogLevel.Information, "Run {Run} was started by another version of the app: {Next} continues it")]
    public static partial void Continued(ILogger logger, string run, string next);

    [LoggerMessage(11, LogLevel.Warning, "Run {Run} was started by another version of the app and could not be continued yet: {Reason}")]
    public static partial void NotContinued(ILogger logger, string run, string reason);

    [LoggerMessage(16, LogLevel.Warning, "Run {Run} ended long ago and could not be deleted: {Reason}")]
    public static partial void NotPurged(ILogger logger, string run, string reason);

    [LoggerMessage(5, LogLevel.Warning, "List {Name} is not read: give it a name of letters, without segments of dots")]
    public static partial void ListRefused(ILogger logger, string name);

    [LoggerMessage(12, LogLevel.Information, "List {Name} is {State} as run {Run}: this upload starts nothing")]
    public static partial void ListKnown(ILogger logger, string name, RunStatus state, string run);

    [LoggerMessage(9, LogLevel.Warning, "Run {Run}: whether it is stopped could not be read, so its step goes on: {Reason}")]
    public static partial void NotWatched(ILogger logger, string run, string reason);

    [LoggerMessage(17, LogLevel.Warning, "Run {Run} is stopped, but not all work of its step could be: {Reason}")]
    public static partial void NotCancelled(ILogger logger, string run, string reason);

    [LoggerMessage(15, LogLevel.Warning, "The calls to model servers could not be written, so the servers may not scale: {Reason}")]
    public static partial void LoadNotWritten(ILogger logger, string reason);
}
