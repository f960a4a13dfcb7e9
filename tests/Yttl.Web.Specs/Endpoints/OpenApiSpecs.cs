using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Json.Schema;
using Yttl.Core.Chunking;
using Yttl.Core.Failures;
using Yttl.Core.Questions;
using Yttl.Core.Reports;
using Yttl.Core.Segments;
using Yttl.Core.Summaries;
using Yttl.Workflows.Http;
using Yttl.Workflows.Seam;

namespace Yttl.Web.Specs.Endpoints;

/// <summary>The description of the contract, held to what a server really answers.</summary>
public sealed partial class OpenApiSpecs : IAsyncLifetime
{
    private static readonly JsonNode Document = JsonNode.Parse(OpenApiDocument.Answer.Body)!;

    private RunningWeb _web = null!;

    public async Task InitializeAsync() => _web = await RunningWeb.StartAsync();

    public async Task DisposeAsync() => await _web.DisposeAsync();

    [Fact]
    public async Task The_document_is_served()
    {
        foreach (var path in new[] { "/openapi.json", "/api/openapi.json" })
            (await _web.GetAsync(path)).Json.GetProperty("openapi").GetString().ShouldBe("3.1.0");
    }

    [Fact]
    public async Task Every_call_that_it_describes_is_one()
    {
        foreach (var (path, item) in Document["paths"]!.AsObject())
            foreach (var (method, _) in item!.AsObject().Where(call => call.Key is not "parameters"))
            {
                using var request = _web.Request(new HttpMethod(method.ToUpperInvariant()), path.Replace("{id}", "none", StringComparison.Ordinal));
                if (path is "/api/events")
                    continue;
                var answer = await _web.SendAsync(request);
                answer.Body.ShouldNotContain("request.unknown", Case.Sensitive, $"{method} {path}");
                answer.Status.ShouldNotBe(405, $"{method} {path}");
            }
    }

    [Fact]
    public async Task The_answers_are_as_it_says()
    {
        Directory.CreateDirectory(_web.Folder.PathOf("talks"));
        _web.Talk("talks/one.vtt");
        var talk = RunningWeb.Body(_web.Talk());
        var accepted = await HoldsAsync("post", "/api/summaries", talk);
        var id = accepted.Text("id");
        await _web.OverAsync(id);
        await _web.SummarizeAsync(_web.Folder.PathOf("none.mp4"));
        var list = await _web.SummarizeAsync(_web.Folder.PathOf("talks"));

        foreach (var (method, path, body, status) in new (string, string, string?, int)[]
        {
            ("post", "/api/summaries", talk, 200),
            ("post", "/api/summaries", "{}", 400),
            ("post", "/api/summaries", new string(' ', 20_000), 413),
            ("get", "/api/summaries", null, 200),
            ("get", "/api/summaries?limit=0", null, 400),
            ("post", "/api/batches", _web.Folder.PathOf("talk.vtt") + "\nftp://x", 202),
            ("post", "/api/batches", "# nothing", 400),
            ("get", $"/api/summaries/{id}", null, 200),
            ("get", $"/api/summaries/{list.Text("id")}", null, 200),
            ("get", "/api/summaries/none", null, 404),
            ("get", $"/api/summaries/{id}/report?format=exe", null, 400),
            ("get", "/api/summaries/none/report", null, 404),
            ("post", $"/api/summaries/{id}/resume", "", 200),
            ("post", "/api/summaries/none/resume", "", 404),
            ("post", $"/api/summaries/{id}/terminate", "", 202),
            ("post", "/api/plan", talk, 200),
            ("post", "/api/plan", RunningWeb.Body(_web.Folder.PathOf("talks")), 200),
            ("post", "/api/plan", RunningWeb.Body(_web.Folder.PathOf("none.vtt")), 422),
            ("post", $"/api/summaries/{id}/ask", """{ "question": "What are the stars about?" }""", 200),
            ("post", $"/api/summaries/{id}/ask", """{ "question": "?" }""", 400),
            ("post", $"/api/summaries/{id}/ask", new string(' ', 20_000), 413),
            ("post", "/api/summaries/none/ask", """{ "question": "What?" }""", 404),
            ("get", "/api/search?q=stars", null, 200),
            ("get", "/api/search?q=", null, 400),
            ("post", "/api/uploads?name=a.vtt", "WEBVTT\n", 201),
            ("post", "/api/uploads?name=a.exe", "MZ", 400),
            ("get", "/api/doctor", null, 200),
            ("delete", $"/api/summaries/{id}", null, 204),
            ("delete", $"/api/summaries/{id}", null, 404),
        })
            (await HoldsAsync(method, path, body)).Status.ShouldBe(status, $"{method} {path}");
        await HoldsAsync("get", "/api/health", null);
        _web.Token = null;
        (await HoldsAsync("get", "/api/summaries", null)).Status.ShouldBe(401);
    }

    [Fact]
    public void Its_words_are_those_of_the_code()
    {
        Words("Status", "state").ShouldBe(Names<RunStatus>());
        Words("Status", "phase").ShouldBe(Names<RunPhase>());
        Words("Answer", "status").ShouldBe(Names<AnswerStatus>());
        Words("Failure", "category").ShouldBe(Names<FailureCategory>());
        Words("SummaryOptions", "length").ShouldBe(Names<SummaryLength>());
        Words("SummaryOptions", "style").ShouldBe(Names<SummaryStyle>());
        Words("SummaryOptions", "sections").ShouldBe(Names<SectionMode>());
        Words("SummaryOptions", "chunkSizeStrategy").ShouldBe(Names<ChunkStrategy>());
        Document["components"]!["schemas"]!["SummaryOptions"]!["properties"]!.AsObject().Select(property => property.Key)
            .ShouldBe(typeof(SummaryBodyOptions).GetProperties().Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name)),
                ignoreOrder: true);
    }

    private async Task<WebAnswer> HoldsAsync(string method, string path, string? body)
    {
        var answer = await _web.SendAsync(new HttpMethod(method.ToUpperInvariant()), path, body);
        var described = Document["paths"]!.AsObject().Where(call => Matches(call.Key, path.Split('?')[0]))
            .OrderBy(call => call.Key.Count(letter => letter is '{')).First().Value![method]!["responses"]!;
        var response = described[$"{answer.Status}"].ShouldNotBeNull($"{method} {path} answers {answer.Status}: {answer.Body}");
        if (response["content"] is not { } content)
        {
            answer.Body.ShouldBeEmpty($"{method} {path}");
            return answer;
        }

        var media = answer.Content.ContentType!.MediaType!;
        var schema = content[media].ShouldNotBeNull($"{method} {path} answers as {media}")["schema"]!.DeepClone().AsObject();
        schema["components"] = Document["components"]!.DeepClone();
        var result = JsonSchema.FromText(schema.ToJsonString()).Evaluate(
            JsonNode.Parse(answer.Body), new EvaluationOptions { OutputFormat = OutputFormat.List });
        result.IsValid.ShouldBeTrue($"{method} {path}: {answer.Body}\n{string.Join('\n', Errors(result))}");
        return answer;
    }

    private static IEnumerable<string> Errors(EvaluationResults results) => results.Details
        .Where(detail => detail.HasErrors).SelectMany(detail => detail.Errors!.Select(error => $"{detail.InstanceLocation}: {error.Value}"));

    private static bool Matches(string template, string path) =>
        Regex.IsMatch(path, $"^{Parameter().Replace(Regex.Escape(template), "[^/]+")}$");

    private static IEnumerable<string> Words(string schema, string property) =>
        Document["components"]!["schemas"]![schema]!["properties"]![property]!["enum"]!.AsArray().Select(word => (string)word!);

    private static IEnumerable<string> Names<T>()
        where T : struct, Enum => typeof(T).GetFields().Where(field => field.IsLiteral)
            .Select(field => field.GetCustomAttributes(typeof(System.Text.Json.Serialization.JsonStringEnumMemberNameAttribute), false)
                .Cast<System.Text.Json.Serialization.JsonStringEnumMemberNameAttribute>().Single().Name);

    [GeneratedRegex(@"\\\{[a-z]+}")]
    private static partial Regex Parameter();
}
