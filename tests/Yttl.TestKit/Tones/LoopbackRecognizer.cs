using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Yttl.Core.Audio;
using Yttl.TestKit.Http;

namespace Yttl.TestKit.Tones;

/// <summary>
/// A recogniser of tone speech behind the OpenAI transcription protocol on 127.0.0.1: decodes what is uploaded, hears the
/// words in it, and answers as the spec says.
/// </summary>
public sealed class LoopbackRecognizer : IAsyncDisposable
{
    // An hour as WAV is 115 MB.
    private const long MostBytes = 512 * 1024 * 1024;

    private readonly Lock _lock = new();
    private readonly List<RecognizerCall> _calls = [];
    private readonly Func<RecognizerCall, RecognizerAnswer> _answer;
    private LoopbackServer? _server;
    private int _running;
    private int _next;

    private LoopbackRecognizer(Func<RecognizerCall, RecognizerAnswer> answer) => _answer = answer;

    /// <summary>Up to and including <c>/v1/</c>.</summary>
    public Uri BaseUrl => new(_server!.Url, "v1/");

    /// <summary>In the order they were understood.</summary>
    public IReadOnlyList<RecognizerCall> Calls
    {
        get
        {
            lock (_lock)
                return [.. _calls];
        }
    }

    /// <summary>The most calls that were ever answered at once.</summary>
    public int PeakConcurrency { get; private set; }

    /// <summary>What every answer waits for, such as a fixed cost of a call; done at first.</summary>
    public Func<RecognizerCall, Task> Work { get; set; } = _ => Task.CompletedTask;

    /// <summary>The n-th call gets the n-th answer; calls beyond the last get the last again.</summary>
    public static Task<LoopbackRecognizer> StartAsync(params RecognizerAnswer[] answers) =>
        StartAsync(call => answers.Length == 0
            ? RecognizerAnswer.Heard
            : answers[Math.Min(call.Number, answers.Length - 1)]);

    /// <param name="port">0 takes a free one.</param>
    public static async Task<LoopbackRecognizer> StartAsync(Func<RecognizerCall, RecognizerAnswer> answer, int port = 0)
    {
        var recognizer = new LoopbackRecognizer(answer);
        recognizer._server = await LoopbackServer.StartAsync(recognizer.HandleAsync, port);
        return recognizer;
    }

    public ValueTask DisposeAsync() => _server!.DisposeAsync();

    private async Task HandleAsync(HttpContext context)
    {
        // A health check succeeds always.
        if (HttpMethods.IsGet(context.Request.Method))
            return;
        lock (_lock)
            PeakConcurrency = Math.Max(PeakConcurrency, ++_running);
        try
        {
            var call = await UnderstandAsync(context);
            lock (_lock)
                _calls.Add(call);
            await Work(call);
            await _answer(call).Send(call, context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The caller has gone.
        }
        finally
        {
            lock (_lock)
                _running--;
        }
    }

    private async Task<RecognizerCall> UnderstandAsync(HttpContext context)
    {
        var number = Interlocked.Increment(ref _next) - 1;
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { } size)
            size.MaxRequestBodySize = MostBytes;
        var form = await context.Request.ReadFormAsync(
            new FormOptions { MultipartBodyLengthLimit = MostBytes }, context.RequestAborted);
        var file = form.Files.Single();
        var bytes = new byte[file.Length];
        await using (var upload = file.OpenReadStream())
            await upload.ReadExactlyAsync(bytes, context.RequestAborted);
        var samples = await UploadedAudio.DecodeAsync(bytes);
        return new RecognizerCall(
            number, context.Request.Path, context.Request.Headers.Authorization,
            form.ToDictionary(field => field.Key, field => string.Join(',', field.Value.ToArray())),
            file.FileName, file.Length, PcmFormat.TimeOf(samples.Length), ToneDetector.Hear(samples));
    }
}
