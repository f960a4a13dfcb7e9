using System.Globalization;
using Xunit;

namespace Yttl.TestKit.Fuzzing;

/// <summary>
/// One parser's trial, on a thread of its own: there its memory can be told, and a hang can be left behind.
/// </summary>
public sealed class FuzzRun(FuzzTarget target, FuzzBudget budget)
{
    /// <summary>Bytes allocated, whatever the input: decoders' tables and samples, error messages.</summary>
    private const long MemoryAlways = 32 << 20;

    /// <summary>Bytes allocated per byte of input; what grows with the square of it is far beyond.</summary>
    private const long MemoryPerByte = 1000;

    private const string Memory = "memory";

    private const int MostShrinking = 300;

    private readonly FuzzInputs _inputs = new(target, budget.Seed);
    private readonly Dictionary<string, (FuzzEscape First, int Count)> _escapes = [];
    private volatile byte[] _current = [];
    private int _tried;
    private int _understood;
    private long _bytes;

    /// <returns>What was tried, in one line.</returns>
    public string Complete()
    {
        var thread = new Thread(TryAll) { IsBackground = true, Name = $"fuzz {target.Name}" };
        thread.Start();
        for (byte[]? before = null; !thread.Join(budget.Patience); before = _current)
            if (ReferenceEquals(before, _current))
                Assert.Fail($"{Tried()}, and one hangs: {new FuzzEscape("hang", "no answer in time", _current)}");
        if (_escapes.Count > 0)
        {
            var each = _escapes.Values.Select(escape => $"* {escape.Count} times: {escape.First}");
            Assert.Fail($"{Tried()}:\n{string.Join('\n', each)}");
        }

        return Tried();
    }

    private void TryAll()
    {
        foreach (var seed in target.Seeds)
            if (!Try(seed))
                Note(new FuzzEscape("seed", "a good input is not understood", seed));
        foreach (var found in target.Found)
            Try(found);
        for (var number = 0; number < budget.Count; number++)
            Try(_inputs.Of(number));
    }

    private bool Try(byte[] input)
    {
        _current = input;
        var (understood, escape) = Outcome(input);
        _tried++;
        _understood += understood ? 1 : 0;
        _bytes += input.Length;
        if (escape is not null)
            Note(escape);
        return understood || escape is not null;
    }

    private void Note(FuzzEscape escape) =>
        _escapes[escape.Kind] = _escapes.TryGetValue(escape.Kind, out var known)
            ? (known.First, known.Count + 1)
            : (Shrunk(escape), 1);

    private (bool Understood, FuzzEscape? Escape) Outcome(byte[] input)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            var understood = target.Read(input);
            var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            return allocated <= MemoryAlways + MemoryPerByte * input.Length
                ? (understood, null)
                : (understood, new FuzzEscape(Memory, string.Create(
                    CultureInfo.InvariantCulture, $"{allocated >> 20} MB were allocated"), input));
        }
        catch (Exception problem)
        {
            return (false, target.IsRefusal(problem) ? null : FuzzEscape.Of(problem, input));
        }
    }

    /// <summary>Leaves out whatever is not needed for an escape of the same kind.</summary>
    private FuzzEscape Shrunk(FuzzEscape escape)
    {
        // Memory is too much for the length that there is.
        var tries = escape.Kind == Memory ? 0 : MostShrinking;
        for (var length = escape.Input.Length / 2; length > 0 && tries > 0; length /= 2)
            for (var at = 0; at + length <= escape.Input.Length && tries > 0; tries--)
            {
                byte[] shorter = [.. escape.Input[..at], .. escape.Input[(at + length)..]];
                _current = shorter;
                if (Outcome(shorter).Escape is { } same && same.Kind == escape.Kind)
                    escape = same;
                else
                    at += length;
            }

        return escape;
    }

    private string Tried() => string.Create(
        CultureInfo.InvariantCulture,
        $"{target.Name}: {_tried} inputs tried ({_bytes >> 10} KB, seed {budget.Seed}), {_understood} understood, "
        + $"{_escapes.Values.Sum(escape => escape.Count)} escaped");
}
