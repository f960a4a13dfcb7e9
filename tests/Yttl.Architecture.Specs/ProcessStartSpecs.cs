using System.Text.RegularExpressions;

namespace Yttl.Architecture.Specs;

/// <summary>
/// A program that is started elsewhere gets every key of this process in its environment, and outlives this process.
/// </summary>
public sealed partial class ProcessStartSpecs
{
    /// <summary>The one of all hosts, and the one of the speech server, which shares no code with them.</summary>
    private static readonly string[] Starters =
        ["src/Yttl.Core/Processes/ChildProcess.cs", "src/Yttl.Whisper/Running/NvidiaSmi.cs"];

    [Fact]
    public void Programs_are_started_in_one_place() =>
        SourceTree.Files("src").Where(file => Start().IsMatch(file.Text)).Select(file => file.Path).ShouldBe(Starters);

    [Fact]
    public void Every_program_that_is_started_gets_chosen_variables() =>
        SourceTree.Files("src").Where(file => Starters.Contains(file.Path))
            .Where(file => !Chosen().IsMatch(file.Text)).ShouldBeEmpty();

    [GeneratedRegex(@"\bProcessStartInfo\b|\bProcess\.Start\(|new (System\.Diagnostics\.)?Process\b")]
    private static partial Regex Start();

    [GeneratedRegex(@"\.Environment\.(Clear|Remove)\(")]
    private static partial Regex Chosen();
}
