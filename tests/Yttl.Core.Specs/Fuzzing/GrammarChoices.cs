namespace Yttl.Core.Specs.Fuzzing;

/// <summary>The random choices of a grammar.</summary>
internal static class GrammarChoices
{
    public static bool Chance(this Random random, int oneIn) => random.Next(oneIn) == 0;

    public static T One<T>(this Random random, params T[] choices) => choices[random.Next(choices.Length)];

    /// <summary>Cuts a text at random places, never through an emoji.</summary>
    public static List<string> Pieces(this Random random, string text, int most)
    {
        var cuts = new SortedSet<int> { 0, text.Length };
        for (int i = 0, count = random.Next(most); i < count; i++)
            if (random.Next(text.Length + 1) is var cut && (cut == text.Length || !char.IsLowSurrogate(text[cut])))
                cuts.Add(cut);
        return [.. cuts.Zip(cuts.Skip(1), (from, to) => text[from..to])];
    }
}
