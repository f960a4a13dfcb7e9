using System.Text.Json;

namespace Yttl.TestKit.Http;

/// <summary>What a <see cref="LoopbackModel"/> was asked.</summary>
/// <param name="Number">Counts the calls from 0, in the order they came.</param>
/// <param name="LimitName">The field that named the limit: <c>max_tokens</c> or <c>max_completion_tokens</c>.</param>
public sealed record ModelCall(
    int Number, string Path, string? Authorization, string Model, string System, string User, string? LimitName, int? Limit)
{
    internal static ModelCall Read(int number, string path, string? authorization, JsonElement body)
    {
        string? Message(string role) => body.GetProperty("messages").EnumerateArray()
            .Where(message => message.GetProperty("role").GetString() == role)
            .Select(message => message.GetProperty("content").GetString()).SingleOrDefault();

        var limits = new[] { "max_tokens", "max_completion_tokens" }.Where(name => body.TryGetProperty(name, out _)).ToList();
        var limit = limits.Count == 1 ? limits[0] : limits.Count == 0 ? null : string.Join('+', limits);
        return new ModelCall(
            number, path, authorization, body.GetProperty("model").GetString() ?? "", Message("system") ?? "", Message("user") ?? "",
            limit, limits.Count > 0 ? body.GetProperty(limits[0]).GetInt32() : null);
    }
}
