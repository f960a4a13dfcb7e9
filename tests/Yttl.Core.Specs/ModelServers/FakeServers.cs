using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Yttl.Core.ModelServers;
using Yttl.TestKit;

namespace Yttl.Core.Specs.ModelServers;

/// <summary>What specs ask of servers, and what they pretend about memory.</summary>
internal sealed class FakeServers : IDisposable
{
    public const long Megabyte = 1024 * 1024;

    public HttpClient Http { get; } = new();

    public ConcurrentQueue<int> Started { get; } = [];

    public long Used { get; set; } = Megabyte;

    public long Free { get; set; } = 10_000 * Megabyte;

    public static ServerProgram Program(params string[] options) => new(
        FakeTool.Path, "tiny.bin", port => ["serve", port.ToString(CultureInfo.InvariantCulture), .. options]);

    public ServerPool Pool(ServerProgram program, ServerPoolSettings settings, TimeProvider? time = null) =>
        new(Counted(program), settings, time ?? new PatientTime(), _ => Used, () => Free, ServerStarter.FreePort);

    public async Task<int> IdAsync(IServerLease lease) =>
        int.Parse(await Http.GetStringAsync(new Uri(lease.BaseUrl, "id")), CultureInfo.InvariantCulture);

    public async Task DieAsync(IServerLease lease, int code = 3) =>
        await Http.GetAsync(new Uri(lease.BaseUrl, $"die?{code}")).ShouldThrowAsync<HttpRequestException>();

    /// <summary>Kills the server itself, as the kernel does when memory runs out.</summary>
    public async Task KillAsync(IServerLease lease)
    {
        using var process = Process.GetProcessById(await IdAsync(lease));
        process.Kill();
    }

    public static bool IsAlive(int processId)
    {
        var status = $"/proc/{processId}/stat";
        return File.Exists(status) && !File.ReadAllText(status).Contains(") Z", StringComparison.Ordinal);
    }

    public void Dispose() => Http.Dispose();

    private ServerProgram Counted(ServerProgram program) => program with
    {
        Arguments = port =>
        {
            Started.Enqueue(port);
            return program.Arguments(port);
        },
    };
}
