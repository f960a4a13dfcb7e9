using System.Text.Json;
using Yttl.Core.Json;
using Yttl.Core.Measuring;
using Yttl.Core.Providers.Errors;
using Yttl.Core.Text;

namespace Yttl.Core.Summaries.Chat;

/// <summary>Gathers an answer from one document, or from the many of a stream.</summary>
internal sealed class ChatReplyReader(string? key)
{
    private const int Deepest = 3;

    private readonly SortedDictionary<int, ChatChoice> _choices = [];
    private ProviderError? _error;
    private TokenUsage _tokens;
    private bool _isDone;
    private bool _hasParts;

    public void Add(JsonElement root) => Add(root, 0);

    /// <param name="isOpen">Whether no mark ends the body as that of a stream.</param>
    /// <param name="isStream">Whether the body is a stream; a part of an answer tells so too.</param>
    /// <returns>Null where nothing was found.</returns>
    public ChatReply? Reply(bool isOpen, bool isStream)
    {
        var choice = _choices.Values.FirstOrDefault(one => one.IsGood) ?? _choices.Values.FirstOrDefault();
        if (choice is null && _error is null)
            return null;
        choice ??= new ChatChoice();
        return new ChatReply(choice.Text.ToString(), choice.Thoughts.ToString(), _tokens)
        {
            FinishReason = choice.FinishReason,
            Refusal = choice.Refusal,
            Filtered = choice.Filtered,
            CallsTool = choice.CallsTool,
            IsTorn = isOpen && (isStream || _hasParts) && choice.FinishReason.Length is 0 && !_isDone,
            // A choice may have an error beside another one that is good.
            Error = _error ?? (choice.IsGood ? null : choice.Error),
        };
    }

    private void Add(JsonElement root, int depth)
    {
        if (depth > Deepest)
            return;
        if (root.ValueKind is JsonValueKind.Array)
            foreach (var item in root.EnumerateArray())
                Add(item, depth + 1);
        if (root.ValueKind is not JsonValueKind.Object)
            return;
        AddUsage(root);
        if (LooseMember.Find(root, "error"u8) is { } error && ErrorReader.Says(error))
            _error ??= ErrorReader.From(root, key);
        if (!AddAnswer(root) && !AddWrapped(root, depth) && _error is null
            && ErrorReader.From(root, key) is { Message.Length: > 0 } other
            && (_choices.Count is 0 || other.Status is not null || ErrorReader.IsNamedSo(root)))
            _error = other;
    }

    /// <summary>Reads the choices of OpenAI's form, or the one answer of Ollama's, Anthropic's and Google's.</summary>
    private bool AddAnswer(JsonElement root)
    {
        if (AddChoices(LooseMember.List(root, "choices"u8)) || AddChoices(LooseMember.List(root, "candidates"u8)))
            return true;
        if (LooseMember.Find(root, "done"u8) is { ValueKind: JsonValueKind.True })
            _isDone = true;
        if (LooseMember.Find(root, "message"u8) is { ValueKind: JsonValueKind.Object }
            || LooseMember.Find(root, "content"u8) is { ValueKind: JsonValueKind.Array }
            || LooseMember.Find(root, "output"u8) is { ValueKind: JsonValueKind.Array }
            || LooseMember.Find(root, "response"u8) is { ValueKind: JsonValueKind.String })
        {
            // Ollama streams parts without calling them so.
            AddTo(0, root, isPart: LooseMember.Find(root, "done"u8) is not null);
            return true;
        }

        return false;
    }

    private bool AddChoices(JsonElement.ArrayEnumerator? choices)
    {
        if (choices is not { } list)
            return false;
        var position = 0;
        foreach (var choice in list)
        {
            if (choice.ValueKind is JsonValueKind.Object)
                AddTo(
                    LooseMember.Find(choice, "index"u8) is { ValueKind: JsonValueKind.Number } index
                        && index.TryGetInt32(out var number) ? number : position,
                    choice,
                    isPart: LooseMember.Find(choice, "delta"u8) is not null);
            position++;
        }

        return true;
    }

    private bool AddWrapped(JsonElement root, int depth)
    {
        foreach (var name in (ReadOnlySpan<string>)["response", "result", "data"])
            if (LooseMember.Find(root, System.Text.Encoding.UTF8.GetBytes(name))
                is { ValueKind: JsonValueKind.Object or JsonValueKind.Array } inner)
            {
                Add(inner, depth + 1);
                if (_choices.Count > 0)
                    return true;
            }

        return false;
    }

    private void AddUsage(JsonElement root)
    {
        var usage = LooseMember.Find(root, "usage"u8) is { ValueKind: JsonValueKind.Object } own ? own
            : LooseMember.Find(root, "usageMetadata"u8) is { ValueKind: JsonValueKind.Object } google ? google
            : root;
        _tokens = new TokenUsage(
            Count(usage, "prompt_tokens"u8) ?? Count(usage, "input_tokens"u8) ?? Count(usage, "promptTokenCount"u8)
                ?? Count(usage, "prompt_eval_count"u8) ?? _tokens.Input,
            Count(usage, "completion_tokens"u8) ?? Count(usage, "output_tokens"u8) ?? Count(usage, "candidatesTokenCount"u8)
                ?? Count(usage, "eval_count"u8) ?? _tokens.Output);
    }

    /// <summary>A number, which may be written with a fraction or as a text.</summary>
    private static long? Count(JsonElement usage, ReadOnlySpan<byte> name)
    {
        var text = LooseMember.Find(usage, name) switch
        {
            { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
            { ValueKind: JsonValueKind.String } written => LooseTextConverter.Text(written),
            _ => null,
        };
        return LooseNumber.Parse(text) is { } count && double.IsFinite(count)
            ? (long)Math.Clamp(Math.Round(count), 0, 1e15)
            : null;
    }

    private void AddTo(int index, JsonElement answer, bool isPart)
    {
        if (!_choices.TryGetValue(index, out var choice))
            _choices[index] = choice = new ChatChoice();
        _hasParts |= isPart;
        choice.Add(answer, isPart, key);
    }
}
