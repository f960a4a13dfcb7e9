using System.Text.Json.Serialization;

namespace Yttl.Core.Failures;

/// <summary>Why something failed. The set is closed and its texts are a contract: reports and exit codes rest on them.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FailureCategory>))]
public enum FailureCategory
{
    /// <summary>The other side could not be reached, or the connection broke. Transient.</summary>
    [JsonStringEnumMemberName("network")] Network,

    /// <summary>The provider asked us to slow down. Transient.</summary>
    [JsonStringEnumMemberName("rate-limit")] RateLimit,

    /// <summary>A key is missing, wrong or not allowed to do this.</summary>
    [JsonStringEnumMemberName("authentication")] Authentication,

    /// <summary>The provider answered, but with an error or with something unusable.</summary>
    [JsonStringEnumMemberName("api")] Api,

    /// <summary>Not enough memory.</summary>
    [JsonStringEnumMemberName("memory")] Memory,

    /// <summary>A tool or a file operation on this machine failed.</summary>
    [JsonStringEnumMemberName("processing")] Processing,

    /// <summary>What the user gave cannot be used.</summary>
    [JsonStringEnumMemberName("input")] Input,

    /// <summary>The video is gone, private, age- or region-locked, or hidden behind a bot check.</summary>
    [JsonStringEnumMemberName("unavailable")] Unavailable,

    /// <summary>The user stopped it.</summary>
    [JsonStringEnumMemberName("cancelled")] Cancelled,
}
