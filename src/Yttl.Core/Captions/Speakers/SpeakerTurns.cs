namespace Yttl.Core.Captions.Speakers;

/// <summary>Where readers are told who speaks: once a turn.</summary>
internal static class SpeakerTurns
{
    /// <summary>Names the speaker with each item at which a turn begins; with the others it is null.</summary>
    public static IEnumerable<(T Item, string? Name)> Named<T>(IEnumerable<T> items, Func<T, string?> speakerOf)
    {
        string? before = null;
        foreach (var item in items)
        {
            var speaker = speakerOf(item);
            yield return (item, speaker == before ? null : speaker);
            before = speaker;
        }
    }

    public static string Text(string? name, string text) => name is null ? text : $"{name}: {text}";
}
