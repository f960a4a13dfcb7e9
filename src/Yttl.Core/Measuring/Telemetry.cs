using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Yttl.Core.Measuring;

/// <summary>
/// The traces and metrics of YTTL. Their names are a contract: queries and alerts depend on them. For models they
/// follow the conventions for generative AI, version 1.37 (https://opentelemetry.io/docs/specs/semconv/gen-ai/). They
/// never contain transcripts, prompts or keys.
/// </summary>
public static class Telemetry
{
    /// <summary>The name of the <see cref="ActivitySource"/> and of the <see cref="Meter"/>.</summary>
    public const string Name = "Yttl";

    public const string RunSpan = "yttl.run";
    public const string StepSpan = "yttl.step";

    /// <summary>
    /// An attempt at a call. An attempt at a model is named for its operation and model, such as <c>chat
    /// gpt-5.4-mini</c>.
    /// </summary>
    public const string CallSpan = "yttl.call";

    public const string StepName = "yttl.step.name";
    public const string VideoId = "yttl.video.id";
    public const string RunIdentity = "yttl.run.id";
    public const string Attempt = "yttl.attempt";

    /// <summary>The category of a failure.</summary>
    public const string Category = "yttl.category";

    /// <summary>What is called where it is not a model: <c>yt-dlp</c>, <c>ffmpeg</c>, …</summary>
    public const string Called = "yttl.call.name";

    public const string Reused = "yttl.reused";

    public const string Operation = "gen_ai.operation.name";
    public const string Provider = "gen_ai.provider.name";
    public const string Model = "gen_ai.request.model";
    public const string InputTokens = "gen_ai.usage.input_tokens";
    public const string OutputTokens = "gen_ai.usage.output_tokens";
    public const string TokenType = "gen_ai.token.type";
    public const string ErrorType = "error.type";

    internal static readonly ActivitySource Source = new(Name);

    private static readonly Meter Meter = new(Name);

    internal static readonly Histogram<double> StepDuration =
        Meter.CreateHistogram<double>("yttl.step.duration", "s", "How long steps take, with their waits");

    internal static readonly UpDownCounter<int> StepsActive =
        Meter.CreateUpDownCounter<int>("yttl.step.active", "{step}", "Steps under way");

    internal static readonly Counter<int> Retries =
        Meter.CreateCounter<int>("yttl.retries", "{attempt}", "Attempts that were not the first, by what had failed");

    internal static readonly Counter<int> Failures =
        Meter.CreateCounter<int>("yttl.failures", "{failure}", "Attempts and steps that failed");

    internal static readonly Counter<long> Tokens =
        Meter.CreateCounter<long>("yttl.tokens", "{token}", "Tokens as providers count them");

    internal static readonly Counter<double> AudioSeconds =
        Meter.CreateCounter<double>("yttl.audio.seconds", "s", "Audio that was recognised");

    // The bucket boundaries that the conventions recommend.
    internal static readonly Histogram<double> OperationDuration = Meter.CreateHistogram(
        "gen_ai.client.operation.duration", "s", "How long attempts at a model take", tags: null,
        new InstrumentAdvice<double>
        {
            HistogramBucketBoundaries =
                [0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92],
        });

    internal static readonly Histogram<long> TokenUsage = Meter.CreateHistogram(
        "gen_ai.client.token.usage", "{token}", "Tokens of each answer", tags: null,
        new InstrumentAdvice<long>
        {
            HistogramBucketBoundaries =
                [1, 4, 16, 64, 256, 1024, 4096, 16384, 65536, 262144, 1048576, 4194304, 16777216, 67108864],
        });

    /// <summary>Starts the span of one execution of a workflow; null where no listener is active.</summary>
    public static Activity? StartRun(string run) => Source.StartActivity(RunSpan)?.SetTag(RunIdentity, run);
}
