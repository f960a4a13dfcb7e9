using Yttl.Core.Failures;
using Yttl.TestKit.Http;

namespace Yttl.Core.Specs.Summaries;

/// <summary>An error's own words, wherever a server puts them.</summary>
public sealed class ErrorWordsSpecs
{
    [Theory]
    [InlineData("""{"error":{"message":"The drum is wet"}}""", "The drum is wet")]
    [InlineData("""{"error":"The drum is wet"}""", "The drum is wet")]
    [InlineData("""[{"error":{"code":400,"message":"The drum is wet","status":"INVALID_ARGUMENT"}}]""", "The drum is wet")]
    [InlineData("""["The drum is wet"]""", "The drum is wet")]
    [InlineData("""{"detail":"The drum is wet"}""", "The drum is wet")]
    [InlineData("""{"detail":[{"loc":["body","drum"],"msg":"The drum is wet","type":"value_error"}]}""", "body.drum: The drum is wet")]
    [InlineData("""{"detail":{"message":"The drum is wet"}}""", "The drum is wet")]
    [InlineData("""{"message":{"detail":[{"loc":["body","drum"],"msg":"The drum is wet"}]}}""", "body.drum: The drum is wet")]
    [InlineData("""{"error":{"message":{"text":"x","message":"The drum is wet"}}}""", "The drum is wet")]
    [InlineData("""{"error":{"message":"{\"error\":{\"message\":\"The drum is wet\"}}"}}""", "The drum is wet")]
    [InlineData("""{"error":{"message":"Provider returned error","metadata":{"raw":"The drum is wet"}}}""", "Provider returned error: The drum is wet")]
    [InlineData("""{"errors":[{"message":"The drum is wet","code":7}],"success":false}""", "The drum is wet")]
    [InlineData("""{"error":"bad_drum","error_description":"The drum is wet"}""", "The drum is wet")]
    [InlineData("""{"type":"about:blank","title":"Bad","detail":"The drum is wet","status":400}""", "The drum is wet")]
    [InlineData("""{"base_resp":{"status_code":1004,"status_msg":"The drum is wet"}}""", "The drum is wet")]
    [InlineData("""{"Message":"The drum is wet"}""", "The drum is wet")]
    [InlineData("""{"fault":{"faultstring":"The drum is wet"}}""", "The drum is wet")]
    [InlineData("The drum is wet", "The drum is wet")]
    [InlineData("<!DOCTYPE html><html><head><title>The drum\n is wet</title></head><body>x</body></html>", "The drum is wet")]
    [InlineData("<html><body><h1>The drum &amp; sail are wet</h1></body></html>", "The drum & sail are wet")]
    [InlineData("<?xml version=\"1.0\"?><Error><Code>E</Code><Message>The drum is wet</Message></Error>", "The drum is wet")]
    public async Task They_are_shown(string body, string words)
    {
        await using var model = await ModelUnderSpec.StartAsync(ModelAnswer.Json(400, body));

        (await Should.ThrowAsync<YttlException>(model.CompleteAsync)).Failure.Message.ShouldContain($"saying '{words}'");
    }

    [Theory]
    [InlineData(400, """[{"error":{"code":400,"message":"API key not valid. Please pass a valid API key.","status":"INVALID_ARGUMENT"}}]""", "model.key-refused", "API key not valid")]
    [InlineData(401, """{"error":{"message":"Incorrect API key provided"}}""", "model.key-refused", "Incorrect API key")]
    [InlineData(403, """{"error":{"message":"Project has no access to this model"}}""", "model.key-refused", "Project has no access")]
    [InlineData(402, """{"error":{"message":"Insufficient Balance"}}""", "model.quota", "Insufficient Balance")]
    [InlineData(400, """{"error":{"message":"Your credit balance is too low to access the API"}}""", "model.quota", "credit balance")]
    [InlineData(503, "upstream connect error", "model.unavailable", "upstream connect error")]
    [InlineData(400, """{"error":{"message":"prompt is too long: 9000 tokens > 8000 maximum"}}""", "model.context", "9000 tokens > 8000")]
    public async Task Whatever_the_failure_is(int status, string body, string code, string words)
    {
        await using var model = await ModelUnderSpec.StartAsync(ModelAnswer.Json(status, body));

        var failure = (await Should.ThrowAsync<YttlException>(model.CompleteAsync)).Failure;

        failure.Code.ShouldBe(code);
        failure.Message.ShouldContain(words);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("17")]
    [InlineData("\0\u0001")]
    public async Task Where_there_are_none_the_status_is(string body)
    {
        await using var model = await ModelUnderSpec.StartAsync(ModelAnswer.Json(400, body));

        var message = (await Should.ThrowAsync<YttlException>(model.CompleteAsync)).Failure.Message;

        message.ShouldContain("rejected the call (status 400): ");
    }
}
