using System.Text;
using System.Text.Json.Nodes;

namespace Yttl.Core.Specs.Fuzzing;

/// <summary>Writes bodies of status 200 that hold no answer: errors in many forms, pages, nothing.</summary>
internal sealed class ErrorBodyGrammar(Random random)
{
    private static readonly string[] Messages =
    [
        "Too many requests.", "Please try again in 3s.", "请求过多", "Слишком много запросов", "Upstream said: no", "The bridge was finished.",
    ];

    private static readonly string[] Others =
    [
        "", " ", "\uFEFF", "null", "true", "42", "\"The bridge was finished.\"", "[]", "{}", "[[]]", "[1, 2]", "[null]",
        "{\"choices\": []}",
        "{\"choices\": null}", "{\"choices\": [{}]}", "{\"choices\": [null]}", "{\"choices\": [{\"message\": null}]}",
        "{\"choices\": [{\"message\": {\"content\": null}, \"finish_reason\": \"stop\"}]}",
        "{\"choices\": [{\"message\": {\"content\": []}}]}", "{\"choices\": {\"message\": {\"content\": \"x\"}}}", "data: [DONE]\n\n",
        "data: {\"choices\": []}\n\ndata: [DONE]\n\n", "<!DOCTYPE html>\n<html><title>502 Bad Gateway</title></html>",
        "<html>\n<style>\nbody\n{ color: red }\n</style>\n<p>The bridge was finished.</p></html>",
        "<html><script>\n{\"page\": \"login\"}\n</script></html>", "upstream connect error", "The bridge was finished.\n",
        "{\"content\": \"",
        "{'error': 'no'}", "{\"detail\": \"Method Not Allowed\"}", "{\"detail\": [{\"loc\": [\"body\", 1], \"msg\": \"field required\"}]}",
        "{\"base_resp\": {\"status_code\": 1002, \"status_msg\": \"slow down\"}}",
    ];

    /// <summary>Whether the body says 429, by number or by word.</summary>
    public bool IsRateLimit { get; private set; }

    public byte[] Write() => Encoding.UTF8.GetBytes(random.Chance(3) ? random.One(Others) : random.One("", "", "\uFEFF") + Error());

    private string Error()
    {
        IsRateLimit = random.Chance(2);
        var message = random.One(Messages);
        var error = Coded(message);
        JsonNode root = random.Next(13) switch
        {
            0 => new JsonArray(new JsonObject { ["error"] = error }),
            1 => new JsonObject { ["error"] = message, ["code"] = Number() },
            2 => new JsonObject { ["type"] = "error", ["error"] = error },
            3 => new JsonObject { ["object"] = "error", ["message"] = message, ["code"] = Number(), ["param"] = null },
            4 => new JsonObject
            {
                ["choices"] = new JsonArray(new JsonObject
                {
                    ["message"] = new JsonObject { ["content"] = random.One(null, "", "The bridge was") }, ["error"] = error,
                    ["finish_reason"] = random.One("error", null),
                }),
            },
            5 => new JsonObject { ["success"] = false, ["errors"] = new JsonArray(error), ["result"] = null },
            6 => new JsonObject { ["error"] = new JsonObject { ["message"] = new JsonObject { ["error"] = error }.ToJsonString() } },
            7 => new JsonObject { ["status"] = IsRateLimit ? 429 : 500, ["title"] = message },
            8 => new JsonObject { [random.One("data", "result")] = new JsonObject { ["error"] = error } },
            9 => new JsonObject { ["data"] = null, ["code"] = IsRateLimit ? Number() : 1302, ["msg"] = message },
            10 => new JsonObject { ["error"] = error, ["choices"] = random.Chance(2) ? null : new JsonArray() },
            11 => new JsonObject { ["error"] = new JsonArray(error) },
            _ => new JsonObject { ["error"] = error },
        };
        var text = root.ToJsonString();
        return random.Next(6) switch
        {
            0 => $"data: {text}\n\ndata: [DONE]\n\n",
            1 => "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"The bridge was finished.\"}}]}\n\n"
                + $"event: error\ndata: {text}\n\n" + random.One("", "data: [DONE]\n\n"),
            _ => text,
        };
    }

    private JsonObject Coded(string message)
    {
        var error = new JsonObject { ["message"] = message };
        if (random.Chance(3))
            error[random.One("type", "status", "code")] = IsRateLimit
                ? random.One("rate_limit_error", "rate_limit_exceeded", "RESOURCE_EXHAUSTED", "too_many_requests")
                : random.One("server_error", "model_not_found", "overloaded_error", "INTERNAL", "unknown");
        else
            error[random.One("code", "status", "http_status", "statusCode")] = Number();
        return error;
    }

    private JsonNode? Number() => IsRateLimit
        ? random.Chance(2) ? 429 : "429"
        : random.Next(6) switch
        {
            0 => "500",
            1 => 503,
            2 => 1302,
            3 => "nope",
            4 => 400.5,
            _ => 500,
        };
}
