using System.Text.Json;
using Yttl.TestKit;
using Yttl.Workflows.Catalogue;
using Yttl.Workflows.Orchestration;

namespace Yttl.Functions.Specs.Hosting;

/// <summary>What the Functions host is told of the app by its build: all that it will ever call.</summary>
public sealed class FunctionsMetadataSpecs
{
    private static readonly IReadOnlyList<JsonElement> Functions = Read("functions.metadata").RootElement.EnumerateArray().ToList();

    [Fact]
    public void Every_step_is_an_activity_and_every_workflow_an_orchestration()
    {
        var steps = typeof(Steps).GetFields().Select(field => field.GetValue(null))
            .Select(step => (string)step!.GetType().GetProperty("Name")!.GetValue(step)!);

        NamesOf("activityTrigger").ShouldBe(steps, ignoreOrder: true);
        NamesOf("orchestrationTrigger").ShouldBe(
            ["summarize-video", "summarize-playlist", "summarize-list-page", "feed-url-list", "plan-video", "plan-list", "ask-video"],
            ignoreOrder: true);
    }

    [Fact]
    public void Every_call_over_http_but_health_needs_a_key()
    {
        var calls = Functions.SelectMany(function => function.GetProperty("bindings").EnumerateArray())
            .Where(binding => TypeOf(binding) is "httpTrigger")
            .Select(binding => (
                Route: binding.GetProperty("route").GetString()!,
                Method: binding.GetProperty("methods")[0].GetString()!,
                Level: binding.GetProperty("authLevel").GetString()!))
            .ToList();

        calls.Where(call => call.Level is not "Function").ShouldBe([("health", "get", "Anonymous")]);
        calls.Select(call => $"{call.Method} {call.Route}").Order().ShouldBe(
        [
            "delete summaries/{id}",
            "get health",
            "get model-load",
            "get openapi.json",
            "get summaries",
            "get summaries/{id}",
            "get summaries/{id}/report",
            "post batches",
            "post plan",
            "post summaries",
            "post summaries/{id}/ask",
            "post summaries/{id}/resume",
            "post summaries/{id}/terminate",
        ]);
    }

    [Fact]
    public void A_list_is_heard_of_by_event_and_by_looking()
    {
        var triggers = Functions.ToDictionary(NameOf, function => function.GetProperty("bindings")[0]);

        triggers["UrlListTrigger"].GetProperty("source").GetString().ShouldBe("EventGrid");
        triggers["UrlListScan"].TryGetProperty("source", out _).ShouldBeFalse();
        foreach (var trigger in new[] { triggers["UrlListTrigger"], triggers["UrlListScan"] })
            trigger.GetProperty("path").GetString().ShouldBe("url-lists/{name}");
        TypeOf(triggers["PurgeTimer"]).ShouldBe("timerTrigger");
    }

    [Fact]
    public void The_host_loads_what_the_triggers_need_and_is_told_how_to()
    {
        var extensions = Read("extensions.json").RootElement.GetProperty("extensions").EnumerateArray()
            .Select(extension => extension.GetProperty("name").GetString()).ToList();
        using var host = Read("host.json");

        extensions.ShouldContain("DurableTask");
        extensions.ShouldContain("AzureStorageBlobs");
    }

    /// <summary>
    /// OpenTelemetry in the host sends the spans of the Durable extension already. Its own tracing would send each once
    /// more, and warns at every start without Application Insights; turned off by false it asks to be turned on.
    /// </summary>
    [Fact]
    public void Every_span_is_sent_once()
    {
        using var host = Read("host.json");
        var tracing = host.RootElement.GetProperty("extensions").GetProperty("durableTask").GetProperty("tracing");

        host.RootElement.GetProperty("telemetryMode").GetString().ShouldBe("OpenTelemetry");
        tracing.GetProperty("distributedTracingEnabled").GetBoolean().ShouldBeTrue();
        tracing.GetProperty("version").GetString().ShouldBe("None");
    }

    /// <summary>The host polls its storage all the time, and each of those requests is two entries.</summary>
    [Fact]
    public void Requests_of_the_host_to_its_storage_are_not_logged()
    {
        using var host = Read("host.json");

        host.RootElement.GetProperty("logging").GetProperty("logLevel").GetProperty("Azure.Core").GetString().ShouldBe("Warning");
    }

    [Fact]
    public void The_host_replays_the_runs_of_this_version_alone_and_fails_the_others()
    {
        using var host = Read("host.json");
        var durable = host.RootElement.GetProperty("extensions").GetProperty("durableTask");

        durable.GetProperty("defaultVersion").GetString().ShouldBe(WorkflowVersion.Current);
        durable.GetProperty("versionMatchStrategy").GetString().ShouldBe("Strict");
        durable.GetProperty("versionFailureStrategy").GetString().ShouldBe("Fail");
    }

    private static IEnumerable<string> NamesOf(string trigger) =>
        Functions.Where(function => TypeOf(function.GetProperty("bindings")[0]) == trigger).Select(NameOf);

    private static string NameOf(JsonElement function) => function.GetProperty("name").GetString()!;

    private static string? TypeOf(JsonElement binding) => binding.GetProperty("type").GetString();

    /// <summary>Out of the app's own output, of the configuration that this was built in.</summary>
    private static JsonDocument Read(string file)
    {
        var here = new DirectoryInfo(AppContext.BaseDirectory);
        return JsonDocument.Parse(File.ReadAllText(
            Repository.PathOf(Path.Combine("src", "Yttl.Functions", "bin", here.Parent!.Name, here.Name, file))));
    }
}
