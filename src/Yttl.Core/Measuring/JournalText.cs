using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Yttl.Core.Measuring;

/// <summary>
/// A run's journal as JSON lines, the same on every host. Lines are added and never changed. The first member of a line
/// is a checksum of the rest, which an earlier version of YTTL skips; the lines of earlier versions have none.
/// </summary>
public static class JournalText
{
    private const string Start = "{\"checksum\":\"";
    private const string End = "\",";

    /// <summary>Hexadecimal digits of the SHA-256 that are kept: one damage of 18 quintillion goes unnoticed.</summary>
    private const int HashLength = 16;

    private static readonly TimeSpan Longest = TimeSpan.FromDays(3650);

    /// <param name="line">With at least one member.</param>
    /// <returns>The line with its line break.</returns>
    public static string Write(JournalLine line)
    {
        var members = JsonSerializer.Serialize(line, JournalJson.Default.JournalLine)[1..];
        return $"{Start}{HashOf(members)}{End}{members}\n";
    }

    /// <summary>Returns whether the line has a checksum that is wrong.</summary>
    /// <param name="line">Without its line break.</param>
    public static bool IsDamaged(string line)
    {
        const int Length = HashLength + 2;
        if (!line.StartsWith(Start, StringComparison.Ordinal))
            return false;
        var rest = line.AsSpan(Start.Length);
        return rest.Length < Length || !rest[..Length].SequenceEqual($"{HashOf(rest[Length..])}{End}");
    }

    /// <param name="text">Torn or damaged lines are left out: a process may die while it writes its last line.</param>
    /// <returns>In their order.</returns>
    public static IReadOnlyList<RunSession> Read(string text) =>
    [
        .. text.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(Parse)
            .OfType<JournalLine>()
            .GroupBy(line => line.Session)
            .Select(Session)
            .OfType<RunSession>()
            .OrderBy(session => session.Started),
    ];

    private static string HashOf(ReadOnlySpan<char> members)
    {
        var text = new byte[Encoding.UTF8.GetMaxByteCount(members.Length)];
        var length = Encoding.UTF8.GetBytes(members, text);
        return Convert.ToHexStringLower(SHA256.HashData(text.AsSpan(0, length)))[..HashLength];
    }

    private static JournalLine? Parse(string line)
    {
        if (IsDamaged(line))
            return null;
        try
        {
            var parsed = JsonSerializer.Deserialize(line, JournalJson.Default.JournalLine);
            return (parsed?.Step is { } step && !IsSound(step)) || (parsed?.Delay is { } delay && !IsSound(delay)) ? null : parsed;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static RunSession? Session(IGrouping<DateTimeOffset?, JournalLine> lines)
    {
        var steps = lines.Select(line => line.Step).OfType<StepRecord>().ToList();
        if ((lines.Key ?? steps.Select(step => (DateTimeOffset?)step.Start).Min()) is not { } started)
            return null;
        return new RunSession(started)
        {
            Slots = lines.Select(line => line.Slots).FirstOrDefault(slots => slots is not null),
            Elapsed = lines.Select(line => line.Elapsed).LastOrDefault(elapsed => elapsed is not null),
            Memory = lines.Select(line => line.Memory).LastOrDefault(memory => memory is not null),
            Steps = steps,
            // A step that is run again records the waits before it again.
            Delays = [.. lines.Select(line => line.Delay).OfType<DelayRecord>().Distinct()],
        };
    }

    /// <summary>
    /// Whether the times can have been measured. Damaged text that is still JSON must not overflow a sum.
    /// </summary>
    private static bool IsSound(StepRecord step) =>
        step.Name is not null
        && IsSound(step.Start)
        && IsSound(step.Duration)
        && step.Waits.All(IsSound)
        && step.Calls.All(call => call?.Provider is not null && IsSound(call.Start) && IsSound(call.Duration) && IsSound(call.Audio)
            && call.Waits.All(IsSound)
            && call.Attempts.All(attempt => attempt is not null && IsSound(attempt.Start) && IsSound(attempt.Duration)));

    private static bool IsSound(DelayRecord delay) => delay.Step is not null && IsSound(delay.Start) && IsSound(delay.Duration);

    private static bool IsSound(WaitRecord wait) => wait is not null && IsSound(wait.Start) && IsSound(wait.Duration);

    private static bool IsSound(DateTimeOffset time) => time.Year is > 2000 and < 3000;

    private static bool IsSound(TimeSpan time) => time >= TimeSpan.Zero && time < Longest;
}

/// <summary>Times to the tick: steps may be closer together than the rounding of a report.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(JournalLine))]
internal sealed partial class JournalJson : JsonSerializerContext;
