namespace Yttl.TestKit.Fuzzing;

/// <summary>An endless row of inputs; the same seed and number give the same input.</summary>
internal sealed class FuzzInputs(FuzzTarget target, int seed)
{
    private const int MostWords = 64;
    private const int MostChanges = 5;

    private readonly Mutations _mutations = new(target.Seeds, target.Words);

    public byte[] Of(int number)
    {
        var random = new Random(unchecked(seed * 1_000_003 + number));
        var input = random.Next(4) == 0 ? Generated(random) : target.Seeds[random.Next(target.Seeds.Count)];
        // Mostly one change: a strict parser goes no further than the first it does not like.
        for (var changes = 1 + random.Next(MostChanges) * random.Next(2); changes > 0; changes--)
            input = _mutations.Apply(input, random);
        return input;
    }

    private byte[] Generated(Random random)
    {
        if (random.Next(10) == 0)
        {
            var noise = new byte[random.Next(512)];
            random.NextBytes(noise);
            return noise;
        }

        return [.. Enumerable.Range(0, random.Next(MostWords)).SelectMany(_ => Word(random))];
    }

    private byte[] Word(Random random)
    {
        var words = random.Next(10) switch
        {
            0 => FuzzBytes.Nasty,
            1 => FuzzBytes.Numbers,
            _ => target.Words,
        };
        return words[random.Next(words.Count)];
    }
}
