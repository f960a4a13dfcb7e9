using System.CommandLine;
using System.Globalization;
using System.Net;
using Yttl.Whisper.Audio;
using Yttl.Whisper.Http;
using Yttl.Whisper.Recognition;
using Yttl.Whisper.Running;

namespace Yttl.Whisper.Hosting;

/// <summary>
/// The command line. Its options match those of whisper.cpp's <c>whisper-server</c> where both have them, so that both
/// start with the same arguments.
/// </summary>
internal static class ServerCommandLine
{
    public static async Task<int> RunAsync(string[] arguments)
    {
        var root = Root(ServeAsync);
        var parsed = root.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors is [])
            return await parsed.InvokeAsync();
        foreach (var error in parsed.Errors)
            await Console.Error.WriteLineAsync($"yttl-whisper: {error.Message}");
        return 2;
    }

    public static RootCommand Root(Func<ServerOptions, CancellationToken, Task<int>> serve)
    {
        var model = new Option<string>("--model", "-m") { Description = "ggml model file", Required = true };
        var host = new Option<IPAddress>("--host")
        {
            Description = "Address to listen on: an IP address, or localhost",
            CustomParser = result => Address(result.Tokens[0].Value, result.AddError),
            DefaultValueFactory = _ => IPAddress.Loopback,
        };
        var port = Number("--port", "Port to listen on; 0 selects a free one", 0, ushort.MaxValue);
        var threads = Number(
            "--threads", "Processor threads for each recording (default: by the cores)", 1, 256);
        var processors = Number(
            "--processors", "Recordings at once (default: by the cores, or the memory of the GPU)", 1, 64);
        var queue = Number("--queue", "Recordings that may wait; more are answered 503 (default: 16)", 0, 10_000);
        var upload = Number("--max-upload-mb", "Largest upload in MB (default: 512)", 1, 100_000);
        var runtime = new Option<WantedRuntime>("--runtime")
        {
            Description = "Runtime to use; with Cuda12, any other is an error",
        };
        var spool = new Option<string>("--spool")
        {
            Description = "Folder for uploads (default: the temporary folder)",
        };
        var path = new Option<string>("--inference-path") { Description = "Accepted and ignored", Hidden = true };

        var root = new RootCommand("Speech to text over the OpenAI protocol, with Whisper.net")
        {
            model, host, port, threads, processors, queue, upload, runtime, spool, path,
        };
        root.SetAction((parsed, cancellationToken) =>
        {
            var defaults = new ServerOptions { Model = parsed.GetRequiredValue(model) };
            return serve(
                defaults with
                {
                    Host = parsed.GetValue(host) ?? defaults.Host,
                    Port = parsed.GetValue(port) ?? defaults.Port,
                    Threads = parsed.GetValue(threads),
                    Processors = parsed.GetValue(processors),
                    Queue = parsed.GetValue(queue) ?? defaults.Queue,
                    MaxUpload = parsed.GetValue(upload) * 1024L * 1024L ?? defaults.MaxUpload,
                    Runtime = parsed.GetValue(runtime),
                    SpoolFolder = parsed.GetValue(spool) ?? defaults.SpoolFolder,
                },
                cancellationToken);
        });
        return root;
    }

    private static async Task<int> ServeAsync(ServerOptions options, CancellationToken cancellationToken)
    {
        if (!await CanSpoolAsync(options.SpoolFolder))
            return 1;
        await using var app = WhisperServer.Build(options, services => services
            .AddSingleton<IModelLoader>(provider => new WhisperModelLoader(
                options.Model, options.Runtime, provider.GetRequiredService<ILogger<WhisperModelLoader>>()))
            .AddSingleton<IAudioDecoder>(new FFmpegAudioDecoder(options.LongestAudio)));
        var model = app.Services.GetRequiredService<LoadedModel>();
        try
        {
            await app.RunAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // Stopped before it accepted connections, by a signal or by a model that cannot be loaded.
        }
        catch (IOException e)
        {
            // Kestrel's message names the address and says whether it is in use.
            await Console.Error.WriteLineAsync($"yttl-whisper: {e.Message}");
            return 1;
        }

        return model.State is ModelState.Unavailable { EndsProcess: true } ? 1 : 0;
    }

    private static async Task<bool> CanSpoolAsync(string folder)
    {
        try
        {
            using var trial = new SpoolFolder(folder);
            SpoolFolder.Sweep(folder, TimeProvider.System.GetUtcNow());
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(
                $"yttl-whisper: uploads cannot be kept in '{folder}': {e.Message} Name another folder with --spool.");
            return false;
        }
    }

    private static Option<int?> Number(string name, string description, int least, int most) => new(name)
    {
        Description = description,
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                && number >= least && number <= most)
                return number;
            result.AddError($"{name} is '{text}', but must be a number from {least} to {most}.");
            return null;
        },
    };

    private static IPAddress? Address(string text, Action<string> problem)
    {
        if (text == "localhost")
            return IPAddress.Loopback;
        if (IPAddress.TryParse(text, out var address))
            return address;
        problem($"--host is '{text}', but must be an IP address such as 127.0.0.1 or 0.0.0.0, or localhost.");
        return null;
    }
}
