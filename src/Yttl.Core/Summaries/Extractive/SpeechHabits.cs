using System.Buffers;
using System.Collections.Frozen;
using Yttl.Core.Languages;

namespace Yttl.Core.Summaries.Extractive;

/// <summary>What people say around what they have to say, in one language. All words are in lower case.</summary>
internal sealed record SpeechHabits
{
    /// <summary>Say nothing at the beginning of a sentence.</summary>
    public required FrozenSet<string> Openers { get; init; }

    /// <summary>Say nothing there before a comma: "So, we begin" but "So many people". Also of several words.</summary>
    public required FrozenSet<string> CommaOpeners { get; init; }

    /// <summary>Say nothing before a word of <see cref="Subjects"/>: "So we begin".</summary>
    public FrozenSet<string> SubjectOpeners { get; init; } = [];

    public FrozenSet<string> Subjects { get; init; } = [];

    /// <summary>A sentence that begins with one leans on the sentence before it, which the reader does not see.</summary>
    public required FrozenSet<string> Leaning { get; init; }

    /// <summary>A sentence that begins with a word of this ending has no subject: "Looking into it". Null: none.</summary>
    public string? FragmentEnding { get; init; }

    /// <summary>A sentence that begins with one and has no comma ends before its main clause: "If the tide rises".</summary>
    public FrozenSet<string> Subordinators { get; init; } = [];

    /// <summary>Pronouns and auxiliary verbs: without one a sentence is mostly a fragment. Null: not known.</summary>
    public SearchValues<string>? Verbs { get; init; }

    /// <summary>A sentence that ends with one was broken off.</summary>
    public FrozenSet<string> Unfinished { get; init; } = [];

    /// <summary>Join two clauses of which either stands alone, where a word of <see cref="ClauseSubjects"/> follows.</summary>
    public FrozenSet<string> Joints { get; init; } = [];

    public FrozenSet<string> ClauseSubjects { get; init; } = [];

    /// <summary>Mean nothing anywhere in a sentence; each is one of <see cref="Disfluencies"/>.</summary>
    public required FrozenSet<string> Sounds { get; init; }

    /// <summary>Mean nothing between two commas; at most three words.</summary>
    public required FrozenSet<string> Fillers { get; init; }

    /// <summary>Stand twice in a row by grammar; all else is said twice by mistake. Null: much else may.</summary>
    public FrozenSet<string>? Doubled { get; init; }

    /// <summary>Greetings, thanks, and questions about the connection.</summary>
    public required SearchValues<string> Greetings { get; init; }

    /// <summary>Talk about the course of the talk, and about what the speaker does not know.</summary>
    public required SearchValues<string> Asides { get; init; }

    /// <summary>Decisions, promises and plans.</summary>
    public required SearchValues<string> Commitments { get; init; }

    public static SpeechHabits? Find(LanguageTag? language) =>
        language is { } tag && SpeechHabitTable.ByLanguage.TryGetValue(tag.Primary.ToLowerInvariant(), out var habits) ? habits : null;
}
