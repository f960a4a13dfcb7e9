using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Yttl.TestKit;

/// <summary>The storage emulator in a process of its own: blobs, queues and tables, in memory, on free ports.</summary>
public sealed partial class AzuriteProcess : IDisposable
{
    /// <summary>Of the emulator's one account, the same everywhere and published: https://aka.ms/azurite</summary>
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private static readonly string[] Services = ["Blob", "Queue", "Table"];

    private readonly ConcurrentDictionary<string, string> _addresses = new();
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Process _process;

    private AzuriteProcess(string program)
    {
        _process = new Process
        {
            StartInfo = new ProcessStartInfo(
                program,
                [
                    "--blobPort", "0", "--queuePort", "0", "--tablePort", "0", "--inMemoryPersistence", "--skipApiVersionCheck",
                    "--disableTelemetry", "--silent",
                ])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            },
        };
        _process.OutputDataReceived += (_, line) => Heed(line.Data);
        _process.ErrorDataReceived += (_, _) => { };
    }

    /// <summary>Null where it is not installed.</summary>
    public static string? Program { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? "azurite.cmd" : "azurite"))
        .FirstOrDefault(File.Exists);

    /// <summary>Why a spec is skipped; null where the emulator is installed.</summary>
    public static string? WhySkipped => Program is null ? "needs Azurite: npm install --global azurite" : null;

    /// <summary>The connection string of the account.</summary>
    public string Connection => string.Concat(
        $"DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey={Key};",
        string.Concat(Services.Select(service => $"{service}Endpoint={_addresses[service]}/devstoreaccount1;")));

    /// <exception cref="InvalidOperationException">It is not installed, or it ended before it listened.</exception>
    public static async Task<AzuriteProcess> StartAsync()
    {
        var azurite = new AzuriteProcess(Program ?? throw new InvalidOperationException("Azurite is not installed."));
        azurite._process.Start();
        azurite._process.BeginOutputReadLine();
        azurite._process.BeginErrorReadLine();
        await azurite._ready.Task.WaitAsync(Eventually.Timeout);
        return azurite;
    }

    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }

    private void Heed(string? line)
    {
        if (line is null)
            _ready.TrySetException(new InvalidOperationException("Azurite ended before it listened."));
        else if (Listens().Match(line) is { Success: true } said)
            _addresses[said.Groups["service"].Value] = said.Groups["address"].Value;
        if (_addresses.Count == Services.Length)
            _ready.TrySetResult();
    }

    [GeneratedRegex(@"^Azurite (?<service>Blob|Queue|Table) service is successfully listening at (?<address>http://\S+)")]
    private static partial Regex Listens();
}
