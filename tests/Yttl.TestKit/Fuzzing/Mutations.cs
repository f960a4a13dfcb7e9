using System.Buffers;
using System.Text;

namespace Yttl.TestKit.Fuzzing;

/// <summary>Makes inputs out of others, as networks, disks, editors and enemies do.</summary>
internal sealed class Mutations
{
    /// <summary>Bytes. What grows with the square of its input shows at this length.</summary>
    private const int Longest = 256 * 1024;

    private static readonly SearchValues<byte> Digits = SearchValues.Create("0123456789"u8);

    private static readonly Encoding[] Encodings =
    [
        Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32, Encoding.Latin1,
        new UTF32Encoding(bigEndian: true, byteOrderMark: true),
    ];

    private readonly IReadOnlyList<byte[]> _seeds;
    private readonly IReadOnlyList<byte[]> _words;
    private readonly (int Weight, Func<byte[], Random, byte[]> Apply)[] _all;

    public Mutations(IReadOnlyList<byte[]> seeds, IReadOnlyList<byte[]> words)
    {
        (_seeds, _words) = (seeds, words);
        _all =
        [
            (8, FlipBit), (4, SetByte), (4, Truncate), (6, Delete), (4, Duplicate), (6, Splice), (6, DeleteLine),
            (6, DuplicateLine), (10, ReplaceNumber), (10, InsertNasty), (10, InsertWord), (1, Nest), (2, Encode),
            (1, Repeat), (1, Stretch),
        ];
    }

    public byte[] Apply(byte[] input, Random random)
    {
        var at = random.Next(_all.Sum(mutation => mutation.Weight));
        var chosen = _all.First(mutation => (at -= mutation.Weight) < 0);
        var output = chosen.Apply(input, random);
        return output.Length > Longest ? output[..Longest] : output;
    }

    private static byte[] FlipBit(byte[] input, Random random) =>
        Changed(input, random, old => (byte)(old ^ (1 << random.Next(8))));

    private static byte[] SetByte(byte[] input, Random random) => Changed(input, random, _ => (byte)random.Next(256));

    private static byte[] Truncate(byte[] input, Random random) => input[..random.Next(input.Length + 1)];

    private static byte[] Delete(byte[] input, Random random) =>
        Replaced(input, Slice(input, random), []);

    private static byte[] Duplicate(byte[] input, Random random)
    {
        var slice = Slice(input, random);
        return Inserted(input, random, input[slice]);
    }

    /// <summary>The head of one input and the tail of another.</summary>
    private byte[] Splice(byte[] input, Random random)
    {
        var other = _seeds[random.Next(_seeds.Count)];
        return [.. Truncate(input, random), .. other[random.Next(other.Length + 1)..]];
    }

    private static byte[] DeleteLine(byte[] input, Random random) => Replaced(input, Line(input, random), []);

    private static byte[] DuplicateLine(byte[] input, Random random)
    {
        var line = input[Line(input, random)];
        var at = Line(input, random).Start;
        return Replaced(input, at..at, line);
    }

    private static byte[] ReplaceNumber(byte[] input, Random random)
    {
        var from = random.Next(input.Length + 1);
        var start = input.AsSpan(from).IndexOfAny(Digits);
        if (start < 0)
            return InsertOne(input, random, FuzzBytes.Numbers);
        var length = input.AsSpan(from + start).IndexOfAnyExcept(Digits);
        var end = length < 0 ? input.Length : from + start + length;
        return Replaced(input, (from + start)..end, FuzzBytes.Numbers[random.Next(FuzzBytes.Numbers.Count)]);
    }

    private static byte[] InsertNasty(byte[] input, Random random) => InsertOne(input, random, FuzzBytes.Nasty);

    private byte[] InsertWord(byte[] input, Random random) => InsertOne(input, random, _words);

    private static byte[] Nest(byte[] input, Random random)
    {
        var opener = FuzzBytes.Openers[random.Next(FuzzBytes.Openers.Count)];
        return Inserted(input, random, Repeated(opener, 1 << random.Next(16)));
    }

    private static byte[] Encode(byte[] input, Random random)
    {
        var encoding = Encodings[random.Next(Encodings.Length)];
        var encoded = Encoding.Convert(Encoding.UTF8, encoding, input);
        return random.Next(2) == 0 ? encoded : [.. encoding.Preamble, .. encoded];
    }

    private static byte[] Repeat(byte[] input, Random random)
    {
        var slice = Slice(input, random);
        return Replaced(input, slice, Repeated(input[slice], 1 << random.Next(16)));
    }

    /// <summary>One byte becomes a very long line of it.</summary>
    private static byte[] Stretch(byte[] input, Random random)
    {
        var at = random.Next(input.Length + 1);
        var letter = at < input.Length ? input[at] : (byte)'a';
        return Replaced(input, at..at, Repeated([letter], 1 << random.Next(18)));
    }

    private static byte[] InsertOne(byte[] input, Random random, IReadOnlyList<byte[]> choices) =>
        Inserted(input, random, choices[random.Next(choices.Count)]);

    private static byte[] Inserted(byte[] input, Random random, byte[] what)
    {
        var at = random.Next(input.Length + 1);
        return Replaced(input, at..at, what);
    }

    private static byte[] Replaced(byte[] input, Range range, byte[] what) =>
        [.. input[..range.Start], .. what, .. input[range.End..]];

    private static byte[] Changed(byte[] input, Random random, Func<byte, byte> change)
    {
        if (input.Length == 0)
            return input;
        var output = input.ToArray();
        var at = random.Next(output.Length);
        output[at] = change(output[at]);
        return output;
    }

    /// <summary>Mostly a few bytes, seldom most of the input.</summary>
    private static Range Slice(byte[] input, Random random)
    {
        var start = random.Next(input.Length + 1);
        var length = Math.Min(input.Length - start, 1 << random.Next(12));
        return start..(start + length);
    }

    private static Range Line(byte[] input, Random random)
    {
        var at = random.Next(input.Length + 1);
        var start = input.AsSpan(0, at).LastIndexOf((byte)'\n') + 1;
        var length = input.AsSpan(at).IndexOf((byte)'\n') + 1;
        return start..(length == 0 ? input.Length : at + length);
    }

    private static byte[] Repeated(byte[] what, int count)
    {
        count = Math.Min(count, what.Length == 0 ? 0 : Longest / what.Length);
        var output = new byte[what.Length * count];
        for (var i = 0; i < count; i++)
            what.CopyTo(output, i * what.Length);
        return output;
    }
}
