using Yttl.Core.Failures;
using Yttl.Core.Providers;
using Yttl.Core.Summaries;
using Yttl.Core.Summaries.Chat;
using Yttl.TestKit;
using Yttl.TestKit.Http;

namespace Yttl.Core.Specs.Summaries;

/// <summary>A model that is not there, and what is there in its place.</summary>
public sealed class MissingModelSpecs
{
    private static readonly Prompt Prompt = new("Summarise.", "BEGIN DATA 1\nhello\nEND DATA 1", 500);

    [Theory]
    [InlineData(404, """{"error":{"message":"The model `default` does not exist","code":"model_not_found"}}""")]
    [InlineData(404, """{"error":"model 'default' not found, try pulling it first"}""")]
    [InlineData(404, """{"object":"error","message":"The model `default` does not exist.","type":"NotFoundError","code":404}""")]
    [InlineData(404, "404 page not found")]
    [InlineData(400, """{"error":{"message":"default is not a valid model ID","code":400}}""")]
    [InlineData(400, """{"message":"Invalid model: default","type":"invalid_model","code":"1500"}""")]
    [InlineData(400, """{"error":{"message":"Model Not Exist","type":"invalid_request_error"}}""")]
    public async Task What_is_there_is_named_after_one_call(int status, string body)
    {
        await using var server = await ServeAsync(status, body, """{"data":[{"id":"qwen3:8b"},{"id":"llama3.1:8b"}]}""");
        using var model = Model(server);

        var failure = (await Should.ThrowAsync<YttlException>(() => model.CompleteAsync(Prompt, default))).Failure;
        await Should.ThrowAsync<YttlException>(() => model.CompleteAsync(Prompt, default));

        failure.Code.ShouldBe("model.not-found");
        failure.Message.ShouldContain("it has: qwen3:8b, llama3.1:8b");
        server.Requests.ShouldBe(["POST /v1/chat/completions", "GET /v1/models"]);
    }

    [Theory]
    [InlineData("""{"object":"list","data":[{"id":"qwen3:8b","object":"model"}]}""")]
    [InlineData("""[{"id":"qwen3:8b"}]""")]
    [InlineData("""{"models":[{"name":"qwen3:8b","model":"qwen3:8b"}]}""")]
    [InlineData("""{"data":["qwen3:8b","qwen3:8b"]}""")]
    [InlineData("""{"data":[{"id":"qwen3:8b"}],"models":[{"name":"other"}]}""")]
    public async Task The_only_one_is_taken_with_a_note(string models)
    {
        await using var server = await ServeAsync(404, """{"error":{"message":"The model `default` does not exist"}}""", models);
        using var model = Model(server);

        var completion = await model.CompleteAsync(Prompt, default);
        await model.CompleteAsync(Prompt, default);

        completion.Text.ShouldBe("A summary by qwen3:8b.");
        completion.Note.ShouldNotBeNull().ShouldContain("has no model default; qwen3:8b, the only one there, wrote instead");
        server.Requests.ShouldBe(
            ["POST /v1/chat/completions", "GET /v1/models", "POST /v1/chat/completions", "POST /v1/chat/completions"]);
    }

    [Theory]
    [InlineData(200, """{"data":[{"id":"default"}]}""")]
    [InlineData(200, "<html>")]
    [InlineData(200, """{"data":[]}""")]
    [InlineData(404, """{"error":"no"}""")]
    [InlineData(500, "")]
    public async Task Where_the_list_does_not_help_the_address_may_be_wrong_as_well(int status, string models)
    {
        await using var server = await ServeAsync(404, "404 page not found", models, status);
        using var model = Model(server);

        var failure = (await Should.ThrowAsync<YttlException>(() => model.CompleteAsync(Prompt, default))).Failure;

        failure.Code.ShouldBe("model.not-found");
        failure.Message.ShouldContain("404 page not found");
        failure.Message.ShouldContain("no chat");
    }

    /// <summary>Answers for the model <c>qwen3:8b</c> alone.</summary>
    private static Task<LoopbackServer> ServeAsync(int status, string missing, string models, int listStatus = 200) =>
        LoopbackServer.StartAsync(async context =>
        {
            using var body = new StreamReader(context.Request.Body);
            var request = await body.ReadToEndAsync();
            var answer = context.Request.Method is "GET" ? ModelAnswer.Json(listStatus, models)
                : request.Contains("\"qwen3:8b\"", StringComparison.Ordinal) ? ModelAnswer.Text("A summary by qwen3:8b.")
                : ModelAnswer.Json(status, missing);
            await answer.Send(context);
        });

    private static OpenAiLanguageModel Model(LoopbackServer server) => new(
        new LanguageModelSettings("local", new Uri(server.Url, "v1/"), "default", null, 5, new RetrySettings(3, TimeSpan.Zero)),
        new ManualTime());
}
