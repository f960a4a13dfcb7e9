namespace Yttl.Benchmarks.Results;

/// <summary>A page that was written before: what is not measured again is kept from it, each section as it is.</summary>
internal sealed class EarlierPage
{
    private const string SectionHead = "## ";
    private const string TableHead = "### ";

    private readonly List<(string Title, string Text)> _sections;

    /// <param name="page">Empty where there is none.</param>
    public EarlierPage(string page) => _sections =
    [
        .. $"\n{page}".Split($"\n{SectionHead}").Skip(1)
            .Select(text => (text[..(text + '\n').IndexOf('\n', StringComparison.Ordinal)], $"{SectionHead}{text.TrimEnd()}\n\n")),
    ];

    /// <summary>The titles of its sections, in their order; the table of targets is none.</summary>
    public IEnumerable<string> Titles => _sections.Select(section => section.Title).Where(title => title != BenchmarkPage.Targets);

    public string TextOf(string title) => _sections.First(section => section.Title == title).Text;

    /// <summary>The rows of the table of targets that are of a section's tables.</summary>
    public IEnumerable<string> TargetsOf(string title)
    {
        var targets = _sections.Find(section => section.Title == BenchmarkPage.Targets).Text ?? "";
        var tables = Lines(TextOf(title)).Where(line => line.StartsWith(TableHead, StringComparison.Ordinal));
        return tables.SelectMany(table => Lines(targets)
            .Where(line => line.StartsWith($"| {table[TableHead.Length..]}: ", StringComparison.Ordinal)));
    }

    private static string[] Lines(string text) => text.Split('\n');
}
