using System.Text.Json;
using System.Text.Json.Serialization;
using Yttl.Core.Failures;
using Yttl.Core.Json;

namespace Yttl.Core.Callbacks;

/// <summary>Tells somebody how a run ended.</summary>
/// <param name="Address">An https address that was vetted when it was given; its host is vetted again when it is connected to.</param>
/// <param name="Delivery">The same in every attempt, so that a receiver can tell a repetition.</param>
/// <param name="Body">JSON.</param>
public sealed record CallbackRequest(string Address, string Delivery, string Body);

/// <param name="Failure">Why it is not delivered and will not be; null where it is.</param>
public sealed record CallbackOutcome(Failure? Failure);

[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    Converters = [typeof(SecondsConverter), typeof(FiniteNumberConverter)],
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(CallbackRequest))]
[JsonSerializable(typeof(CallbackOutcome))]
public sealed partial class CallbacksJson : JsonSerializerContext;
