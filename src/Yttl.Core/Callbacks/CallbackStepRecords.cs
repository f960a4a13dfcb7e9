using System.Text.Json;
using System.Text.Json.Serialization;
using Yttl.Core.Failures;
using Yttl.Core.Json;

namespace Yttl.Core.Callbacks;

/// <summary>Reports the end of a run to a callback address.</summary>
/// <param name="Address">
/// An https address that was checked when it was given; its host is checked again on connection.
/// </param>
/// <param name="Delivery">Equal in all attempts, so that a receiver can recognise a repetition.</param>
/// <param name="Body">JSON.</param>
public sealed record CallbackRequest(string Address, string Delivery, string Body);

/// <param name="Failure">Why the callback is not delivered and not repeated; null where it is delivered.</param>
public sealed record CallbackOutcome(Failure? Failure) : IOutcome;

[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    Converters = [typeof(SecondsConverter), typeof(FiniteNumberConverter)],
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(CallbackRequest))]
[JsonSerializable(typeof(CallbackOutcome))]
public sealed partial class CallbacksJson : JsonSerializerContext;
