using System.Diagnostics;
using Azure.Storage.Blobs;
using Yttl.Functions.Storage;
using Yttl.TestKit;

namespace Yttl.Functions.Specs.Storage;

/// <summary>The storage emulator, in memory and on a free port of the loopback, for the specs of one class.</summary>
public sealed class Azurite : IAsyncLifetime, IDisposable
{
    /// <summary>Of the emulator's one account, the same everywhere and published: https://aka.ms/azurite</summary>
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private const string Ready = "successfully listens on ";

    private readonly TaskCompletionSource<string> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Process? _process;
    private string _connection = "";

    /// <summary>Null where it is not installed.</summary>
    public static string? Program { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? "azurite-blob.cmd" : "azurite-blob"))
        .FirstOrDefault(File.Exists);

    internal BlobServiceClient Blobs { get; private set; } = null!;

    internal BlobContainers Containers { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        if (Program is null)
            return;
        _process = new Process
        {
            StartInfo = new ProcessStartInfo(
                Program,
                ["--blobPort", "0", "--inMemoryPersistence", "--skipApiVersionCheck", "--disableTelemetry", "--silent"])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            },
        };
        _process.OutputDataReceived += (_, line) => Heed(line.Data);
        _process.ErrorDataReceived += (_, _) => { };
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        _connection = "DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;"
            + $"AccountKey={Key};BlobEndpoint={await _address.Task.WaitAsync(Eventually.Timeout)}/devstoreaccount1;";
        Blobs = Connect(new BlobClientOptions());
        Containers = new BlobContainers(Blobs);
        await Containers.CreateAsync(CancellationToken.None);
    }

    /// <summary>Another client of the same account.</summary>
    internal BlobServiceClient Connect(BlobClientOptions options) => new(_connection, options);

    public Task DisposeAsync()
    {
        _process?.Kill(entireProcessTree: true);
        return Task.CompletedTask;
    }

    public void Dispose() => _process?.Dispose();

    private void Heed(string? line)
    {
        if (line is null)
            _address.TrySetException(new InvalidOperationException("Azurite ended before it listened."));
        else if (line.IndexOf(Ready, StringComparison.Ordinal) is >= 0 and var at)
            _address.TrySetResult(line[(at + Ready.Length)..].Trim());
    }
}
