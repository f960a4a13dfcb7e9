using System.Text.RegularExpressions;
using Yttl.TestKit;

namespace Yttl.Architecture.Specs;

/// <summary>What holds of the Functions app by its text, also where its packages cannot be had and nothing of it builds.</summary>
public sealed partial class FunctionsSpecs
{
    private const int MostLines = 120;

    private static readonly IReadOnlyList<SourceFile> App = SourceTree.Files("src/Yttl.Functions");

    [Fact]
    public void Every_step_has_exactly_one_activity_under_its_own_name()
    {
        var steps = Step().Matches(Text("src/Yttl.Workflows/Catalogue/Steps.cs"))
            .Select(match => (match.Groups[2].Value, match.Groups[1].Value));
        var activities = Activity().Matches(Text("src/Yttl.Functions/Engine/Activities.cs"))
            .Select(match => (match.Groups[1].Value, match.Groups[2].Value));

        steps.ShouldNotBeEmpty();
        activities.Order().ShouldBe(steps.Order());
    }

    [Fact]
    public void An_activity_does_the_work_of_the_step_it_is_named_for() =>
        Activity().Matches(Text("src/Yttl.Functions/Engine/Activities.cs"))
            .Where(match => match.Groups[2].Value != match.Groups[3].Value)
            .Select(match => match.Value).ShouldBeEmpty();

    [Fact]
    public void Every_orchestration_has_the_name_of_its_workflow()
    {
        var workflows = SourceTree.Files("src/Yttl.Workflows")
            .SelectMany(file => WorkflowName().Matches(file.Text))
            .ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value);
        var orchestrations = Orchestration().Matches(Text("src/Yttl.Functions/Engine/Orchestrations.cs"));

        orchestrations.ShouldNotBeEmpty();
        orchestrations.Where(match => workflows[match.Groups[2].Value] != match.Groups[1].Value)
            .Select(match => match.Value).ShouldBeEmpty();
    }

    [Fact]
    public void No_two_functions_share_a_name() =>
        App.SelectMany(file => FunctionName().Matches(file.Text)).Select(match => match.Groups[1].Value).ShouldBeUnique();

    [Fact]
    public void Every_file_of_the_app_is_thin() =>
        App.Where(file => file.Lines > MostLines).ShouldBeEmpty();

    [Fact]
    public void The_orchestration_context_is_known_to_its_adapter_alone() =>
        App.Where(file => file.Text.Contains("TaskOrchestrationContext", StringComparison.Ordinal))
            .Select(file => file.Path)
            .ShouldBe(["src/Yttl.Functions/Engine/DurableWorkflowContext.cs", "src/Yttl.Functions/Engine/Orchestrations.cs"]);

    [Fact]
    public void Orchestrations_keep_to_their_thread() =>
        App.Where(file => file.Path.EndsWith("/DurableWorkflowContext.cs", StringComparison.Ordinal)
                || file.Path.EndsWith("/Orchestrations.cs", StringComparison.Ordinal))
            .Where(file => NotReplayable().IsMatch(file.Text)).ShouldBeEmpty();

    [Fact]
    public void The_app_words_the_settings_before_anything_else() =>
        Text("src/Yttl.Functions/Program.cs").ShouldContain(
            "\n\nSettingName.WordBy(AppSettings.NameOf, AppSettings.Takes);\n\nvar builder");

    [Fact]
    public void Every_http_call_but_health_needs_a_key()
    {
        var open = App.SelectMany(file => HttpRoute().Matches(file.Text))
            .Where(match => match.Groups[1].Value is not ("Key" or "AuthorizationLevel.Function"))
            .Select(match => match.Groups[2].Value);

        open.ShouldBe(["health"]);
        Text("src/Yttl.Functions/Http/SummariesHttp.cs").ShouldContain("AuthorizationLevel Key = AuthorizationLevel.Function;");
    }

    [Fact]
    public void No_answer_contains_management_addresses_that_carry_the_systems_key() =>
        App.Where(file => file.Text.Contains("CreateCheckStatusResponse", StringComparison.Ordinal)
            || file.Text.Contains("CreateHttpManagementPayload", StringComparison.Ordinal)).ShouldBeEmpty();

    private static string Text(string path) => File.ReadAllText(Repository.PathOf(path));

    [GeneratedRegex("""public static readonly Step<\w+, \w+> (\w+) =\s+new\("([a-z-]+)["]""")]
    private static partial Regex Step();

    [GeneratedRegex(
        """\[Function\("([a-z-]+)"\)\]\s+public Task<JsonElement> (\w+)\(\s*\[ActivityTrigger\][^)]*\) =>\s+"""
        + """work\.RunAsync\(Steps\.(\w+), input, client, cancellationToken\);""")]
    private static partial Regex Activity();

    [GeneratedRegex("""class (\w+Workflow)\b[\s\S]*?Definition = new\(\s*"([a-z-]+)["]""")]
    private static partial Regex WorkflowName();

    [GeneratedRegex("""\[Function\("([a-z-]+)"\)\][^\[]*\[OrchestrationTrigger\][^=]*=>\s+RunAsync\((\w+)\.Definition""")]
    private static partial Regex Orchestration();

    [GeneratedRegex("""\[Function\("([^"]+)"\)\]""")]
    private static partial Regex FunctionName();

    [GeneratedRegex(@"ConfigureAwait|Task\.Run|Task\.Delay|DateTime(Offset)?\.(Utc)?Now|Guid\.NewGuid")]
    private static partial Regex NotReplayable();

    [GeneratedRegex("""\[HttpTrigger\(([\w.]+),[^\]]*Route = "([^"]+)["]""")]
    private static partial Regex HttpRoute();
}
