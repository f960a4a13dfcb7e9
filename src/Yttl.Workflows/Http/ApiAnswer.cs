using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Yttl.Core.Failures;

namespace Yttl.Workflows.Http;

/// <summary>An answer of the HTTP contract, which the host sends.</summary>
/// <param name="Body">JSON; empty for none.</param>
/// <param name="Location">The address of the run's status; null for no such header.</param>
public sealed record ApiAnswer(int Status, string ContentType, string Body, string? Location = null)
{
    public static ApiAnswer Json<T>(int status, T document, JsonTypeInfo<T> type, string? location = null) =>
        new(status, "application/json; charset=utf-8", JsonSerializer.Serialize(document, type), location);

    public static ApiAnswer Nothing { get; } = new(204, "", "");

    /// <summary>What was asked for takes longer: the same call again waits for it.</summary>
    public static ApiAnswer Pending { get; } = Json(202, new PendingDocument("running"), ApiJson.Default.PendingDocument);

    public static ApiAnswer Problem(int status, string title, string code, string detail) => new(
        status,
        "application/problem+json; charset=utf-8",
        JsonSerializer.Serialize(new ProblemDocument(title, status, detail, code), ApiJson.Default.ProblemDocument));

    public static ApiAnswer Refused(Failure failure) =>
        Problem(400, "The request cannot be used", failure.Code, failure.Message);

    public static ApiAnswer Malformed(string detail) =>
        Problem(400, "The request cannot be used", "request.malformed", detail);

    public static ApiAnswer Unknown(string id) => Problem(
        404, "There is no such run", "run.unknown", $"No run is called '{id}', or it was deleted: list those there are.");
}

/// <summary>The body of <see cref="ApiAnswer.Pending"/>.</summary>
public sealed record PendingDocument(string State);
