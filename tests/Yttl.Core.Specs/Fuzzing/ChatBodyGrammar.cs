using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Yttl.Core.Specs.Fuzzing;

/// <summary>Writes the body around what a model wrote, in the form of one server or another.</summary>
internal sealed class ChatBodyGrammar(Random random)
{
    private static readonly JsonSerializerOptions[] Spellings =
    [
        new(), new() { WriteIndented = true }, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping },
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true },
    ];

    /// <summary>Whether the body is broken off, so that it may have no whole answer.</summary>
    public bool IsTorn { get; private set; }

    public byte[] Write(string written)
    {
        var body = Encoding.UTF8.GetBytes(random.One("", "", "", "\uFEFF", "\n") + (random.Chance(4) ? Stream(written) : Whole(written)));
        IsTorn = random.Chance(12);
        return IsTorn ? body[..random.Next(body.Length)] : body;
    }

    private string Whole(string written)
    {
        JsonNode root = random.Next(10) switch
        {
            0 => new JsonObject { ["message"] = Message(written), ["done"] = true, ["prompt_eval_count"] = 100 },
            1 => new JsonObject { ["content"] = Parts(written, "text"), ["stop_reason"] = random.One("end_turn", "max_tokens") },
            2 => new JsonObject
            {
                ["candidates"] = new JsonArray(new JsonObject
                {
                    ["content"] = new JsonObject { ["parts"] = GoogleParts(written), ["role"] = "model" }, ["finishReason"] = "STOP",
                }),
                ["usageMetadata"] = new JsonObject { ["promptTokenCount"] = Count() },
            },
            3 => new JsonObject
            {
                ["output"] = new JsonArray(
                    new JsonObject { ["type"] = "reasoning", ["summary"] = new JsonArray() },
                    new JsonObject { ["type"] = "message", ["content"] = Parts(written, "output_text") }),
            },
            4 => new JsonObject { ["choices"] = new JsonArray(new JsonObject { ["text"] = written, ["index"] = 0 }) },
            _ => new JsonObject { ["choices"] = Choices(written) },
        };
        Surround(root.AsObject());
        root = random.Next(12) switch
        {
            0 => new JsonArray(root),
            1 => new JsonObject { ["success"] = true, ["result"] = root },
            2 => new JsonObject { ["code"] = 0, ["data"] = root },
            _ => root,
        };
        return random.Chance(8)
            ? $"data: {root.ToJsonString()}\n\ndata: [DONE]\n\n"
            : root.ToJsonString(random.One(Spellings)) + random.One("", "\n");
    }

    private JsonArray Choices(string written)
    {
        var finish = random.One("stop", "stop", "eos", "STOP", "", null, "length");
        var known = new JsonObject { ["message"] = Message(written), ["finish_reason"] = finish };
        foreach (var member in random.GetItems<string>(["logprobs", "error", "content_filter_results", "matched_stop"], 2))
            known[member] = member switch
            {
                "error" => random.One<Func<JsonNode?>>(() => null, () => "", () => new JsonObject(), () => false)(),
                "content_filter_results" => JsonNode.Parse("""{ "hate": { "filtered": false, "severity": "safe" } }"""),
                _ => null,
            };
        if (!random.Chance(4))
            return new JsonArray(known);
        // Of two that are good the first by its index counts; of others only the good one.
        known["index"] = 1;
        if (finish is "length" || random.Chance(2))
        {
            known["index"] = 0;
            var other = new JsonObject { ["index"] = 1, ["message"] = Message("Another text."), ["finish_reason"] = "content_filter" };
            return random.Chance(2) ? new JsonArray(known, other) : new JsonArray(other, known);
        }

        JsonNode bad = random.Next(3) switch
        {
            0 => new JsonObject { ["index"] = 0, ["message"] = Message("Half an"), ["finish_reason"] = "error" },
            1 => new JsonObject { ["index"] = 0, ["message"] = Message(""), ["finish_reason"] = "stop" },
            _ => new JsonObject
            {
                ["index"] = 0, ["message"] = new JsonObject { ["content"] = null, ["refusal"] = "I can't." }, ["finish_reason"] = "stop",
            },
        };
        return new JsonArray(bad, known);
    }

    private JsonObject Message(string written)
    {
        var message = new JsonObject();
        if (random.Chance(4))
            message[random.One("reasoning_content", "reasoning", "thinking")] = random.Chance(3) ? null : AnswerGrammar.Thoughts(random);
        message["content"] = random.Next(4) switch
        {
            0 => Parts(written, "text"),
            1 when random.Chance(3) => new JsonObject { ["type"] = "text", ["text"] = written },
            _ => written,
        };
        foreach (var member in random.GetItems<string>(
            ["role", "refusal", "tool_calls", "function_call", "annotations", "audio", "x-y"], 2))
            message[member] = member switch
            {
                "role" => "assistant",
                "refusal" => random.One(null, ""),
                "annotations" => new JsonArray(),
                "tool_calls" => random.Chance(2) ? new JsonArray() : null,
                "x-y" => JsonNode.Parse("""{ "content": "no answer", "text": [1, { "error": "none" }] }"""),
                _ => null,
            };
        return message;
    }

    private JsonArray Parts(string written, string type)
    {
        var parts = new JsonArray();
        if (random.Chance(4))
            parts.Add(new JsonObject { ["type"] = "thinking", ["thinking"] = AnswerGrammar.Thoughts(random), ["signature"] = "Eq==" });
        if (random.Chance(6))
            parts.Add(new JsonObject
            {
                ["type"] = "thinking",
                ["thinking"] = new JsonArray(new JsonObject { ["type"] = "text", ["text"] = AnswerGrammar.Thoughts(random) }),
            });
        foreach (var piece in random.Pieces(written, 4))
            parts.Add(random.Chance(8) ? piece : new JsonObject { ["type"] = type, ["text"] = piece });
        return parts;
    }

    private JsonArray GoogleParts(string written)
    {
        var parts = new JsonArray();
        if (random.Chance(3))
            parts.Add(new JsonObject { ["text"] = AnswerGrammar.Thoughts(random), ["thought"] = true });
        foreach (var piece in random.Pieces(written, 4))
            parts.Add(new JsonObject { ["text"] = piece });
        return parts;
    }

    /// <summary>Adds what servers add, in any order.</summary>
    private void Surround(JsonObject root)
    {
        if (random.Chance(2))
            root["usage"] = random.Next(5) switch
            {
                0 => null,
                1 => new JsonObject(),
                2 => new JsonArray(),
                _ => new JsonObject
                {
                    ["prompt_tokens"] = Count(), ["completion_tokens"] = Count(), ["total_tokens"] = Count(),
                    ["prompt_tokens_details"] = new JsonObject { ["cached_tokens"] = 0 },
                },
            };
        foreach (var member in random.GetItems<string>(
            ["id", "object", "error", "model", "created", "x_groq", "warnings", "prompt_filter_results"], 3))
            root[member] = member switch
            {
                "error" => random.One<Func<JsonNode?>>(() => null, () => "", () => new JsonObject(), () => false, () => new JsonArray())(),
                "created" => 1_764_000_000,
                "x_groq" => JsonNode.Parse("""{ "id": "req_1", "usage": { "queue_time": 0.1 } }"""),
                "warnings" => JsonNode.Parse("""[{ "code": 429, "message": "slow" }, null, [["x"]]]"""),
                "prompt_filter_results" => new JsonArray(),
                _ => "chat.completion",
            };
        var members = root.ToArray();
        root.Clear();
        random.Shuffle(members);
        foreach (var (name, value) in members)
            root[name] = value;
    }

    private JsonNode? Count() => random.Next(7) switch
    {
        0 => 12.0,
        1 => 12.5,
        2 => "12",
        3 => null,
        4 => -1,
        5 => 1e300,
        _ => 120,
    };

    private string Stream(string written)
    {
        var end = random.One("\n", "\r\n");
        var (isMarked, isOllama) = (!random.Chance(4), random.Chance(4));
        var lines = new List<string>();
        if (isOllama)
        {
            foreach (var piece in random.Pieces(written, 8))
                lines.Add(new JsonObject { ["message"] = new JsonObject { ["content"] = piece }, ["done"] = false }.ToJsonString());
            lines.Add(new JsonObject { ["message"] = new JsonObject { ["content"] = "" }, ["done"] = true }.ToJsonString());
            return string.Join(end, lines) + end;
        }

        if (random.Chance(2))
            lines.Add(Chunk(new JsonObject { ["role"] = "assistant", ["content"] = random.One("", null) }, null));
        if (random.Chance(3))
            lines.Add(Chunk(new JsonObject { ["reasoning_content"] = AnswerGrammar.Thoughts(random) }, null));
        foreach (var piece in random.Pieces(written, 8))
            lines.Add(Chunk(new JsonObject { ["content"] = piece }, null));
        var isDone = isMarked && random.Chance(2);
        if (!isDone || random.Chance(2))
            lines.Add(Chunk(new JsonObject(), "stop"));
        if (random.Chance(3))
            lines.Add("""{"choices":[],"usage":{"prompt_tokens":7,"completion_tokens":9}}""");
        if (isDone)
            lines.Add("[DONE]");
        if (!isMarked)
            return string.Join(end, lines) + end;
        var (mark, comment) = (random.One("data: ", "data:"), random.One("", "", ": ping" + end + end, "event: message" + end));
        return string.Concat(lines.Select(line => comment + mark + line + end + end));
    }

    private static string Chunk(JsonObject delta, string? finish) => new JsonObject
    {
        ["object"] = "chat.completion.chunk",
        ["choices"] = new JsonArray(new JsonObject { ["index"] = 0, ["delta"] = delta, ["finish_reason"] = finish }),
    }.ToJsonString();
}
