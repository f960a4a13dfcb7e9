using Yttl.Whisper.Http;
using Yttl.Whisper.Logging;
using Yttl.Whisper.Running;

namespace Yttl.Whisper.Hosting;

/// <summary>Builds the web application: its address and its endpoints.</summary>
internal static class WhisperServer
{
    /// <summary>Bytes for the fields and boundaries around the largest upload.</summary>
    private const long FormOverhead = 1024 * 1024;

    /// <param name="adapters">Registers the model loader and the audio decoder.</param>
    public static WebApplication Build(ServerOptions options, Action<IServiceCollection> adapters)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(options.Host, options.Port);
            kestrel.Limits.MaxRequestBodySize = options.MaxUpload + FormOverhead;
            kestrel.AddServerHeader = false;
        });
        builder.Logging.ClearProviders().AddSimpleConsole(console => console.SingleLine = true);
        builder.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(
            console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        // This logger would repeat, with a stack trace, the error that the program prints in one line.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton(TimeProvider.System);
        adapters(builder.Services);
        builder.Services.AddSingleton<LoadedModel>();
        builder.Services.AddHostedService(provider => provider.GetRequiredService<LoadedModel>());
        builder.Services.AddSingleton<TranscriptionEndpoint>();

        var app = builder.Build();
        app.Use(Failures.AnswerAsync);
        app.MapPost("/v1/audio/transcriptions", (HttpContext context, TranscriptionEndpoint endpoint) =>
            endpoint.AnswerAsync(context));
        app.MapGet("/v1/models", ModelsEndpoint.Answer);
        app.MapGet("/health", HealthEndpoint.Answer);
        app.MapFallback(() => OpenAiError.NotFound());
        app.Lifetime.ApplicationStarted.Register(() =>
            Log.Listening(app.Logger, string.Join(' ', app.Urls), options.Model));
        return app;
    }
}
