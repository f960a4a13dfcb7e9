using System.Globalization;
using System.Text;
using Xunit.Abstractions;
using Yttl.Core.Captions.Formats;
using Yttl.TestKit.Fuzzing;

namespace Yttl.Core.Specs.Fuzzing;

/// <summary>
/// Files of known cues in random spellings are read with the right times, and no text is lost without a note.
/// <c>YTTL_FUZZ_COUNT</c> and <c>YTTL_FUZZ_SEED</c> are those of all fuzzing; this reads a dozen files for each.
/// </summary>
public sealed class CaptionGrammarSpecs(ITestOutputHelper output)
{
    private const int FilesEach = 12;
    private const int MostShown = 5;

    [Fact]
    public void No_text_is_lost_without_a_note_however_it_is_timed()
    {
        var budget = FuzzBudget.FromEnvironment();
        var problems = new List<string>();
        int cues = 0, damaged = 0, failed = 0;
        for (var number = 0; number < budget.Count * FilesEach; number++)
        {
            var file = CaptionGrammar.From(new Random(unchecked(budget.Seed * 1_000_003 + number)));
            cues += file.Cues.Count;
            damaged += file.DamagedTimings;
            if (Problem(file) is not { } problem)
                continue;
            failed++;
            if (problems.Count < MostShown)
                problems.Add($"file {number}: {problem}\n{file.Text.Replace("\r", "\\r", StringComparison.Ordinal)}");
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{budget.Count * FilesEach} files, {cues} cues, {damaged} damaged timing lines, {failed} read wrongly"));
        problems.ShouldBeEmpty();
        damaged.ShouldBeGreaterThan(0);
    }

    private static string? Problem(CaptionGrammar file)
    {
        CaptionReading reading;
        try
        {
            reading = CaptionReader.Read(Encoding.UTF8.GetBytes(file.Text), file.Format, null);
        }
        catch (Exception escaped)
        {
            return $"an exception escapes: {escaped}";
        }

        if (reading.Cues is not { } read)
            return $"not read: {reading.Reason}";
        foreach (var (start, end, word) in file.Cues)
            if (!read.Any(cue => cue.Start == start && cue.End == end && Has(cue.Text, word)))
                return $"{word} is not at {start} to {end}, but:\n{string.Join('\n', read)}";
        if (file.Unspoken.Find(word => read.Any(cue => Has(cue.Text, word))) is { } spoken)
            return $"{spoken} is spoken";
        if (read.Count != file.Cues.Count || read.Any(cue => cue.Text.Contains("orphan", StringComparison.Ordinal)))
            return $"other cues:\n{string.Join('\n', read)}";
        string[] notes =
        [
            .. Note(file.OrphanLines, "text belong"), .. Note(file.DamagedTimings, "cannot be read"),
        ];
        return reading.Notes.Count == notes.Length
            && notes.Zip(reading.Notes).All(pair => pair.Second.StartsWith(pair.First[..pair.First.IndexOf(' ')], StringComparison.Ordinal)
                && pair.Second.Contains(pair.First[(pair.First.IndexOf(' ') + 1)..], StringComparison.Ordinal))
            ? null
            : $"other notes: {string.Join("; ", reading.Notes)}, expected {string.Join("; ", notes)}";
    }

    private static string[] Note(int count, string clause) =>
        count == 0 ? [] : [string.Create(CultureInfo.InvariantCulture, $"{count} {clause}")];

    private static bool Has(string text, string word) => text.Contains(word, StringComparison.Ordinal);
}
