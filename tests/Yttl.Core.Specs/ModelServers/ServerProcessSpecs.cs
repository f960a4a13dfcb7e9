using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Yttl.Core.ModelServers;
using Yttl.Core.Processes;
using Yttl.TestKit;

namespace Yttl.Core.Specs.ModelServers;

public sealed class ServerProcessSpecs
{
    [UnixFact]
    public async Task A_server_does_not_outlive_the_one_who_started_it_even_when_that_is_killed()
    {
        using var line = new TcpListener(IPAddress.Loopback, 0);
        line.Start();
        var port = ((IPEndPoint)line.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
        using var parent = Process.Start(
            FakeTool.Path, ["hold", .. KillGuard.Command("/dev/fd/0", FakeTool.Path, ["hang", port])]);
        using var call = await line.AcceptTcpClientAsync();

        parent.Kill();

        await LineIsDeadAsync(call);
    }

    [Fact]
    public async Task Arguments_pass_through_no_shell()
    {
        await using var process = ServerProcess.Start(FakeTool.Path, ["exit", "5", "$HOME `id` \"a\" 'b' ; *"]);

        (await process.Exited).ShouldBe(5);
        process.ErrorTail.ShouldBe("$HOME `id` \"a\" 'b' ; *");
    }

    [Fact]
    public async Task A_flood_of_output_blocks_nothing()
    {
        await using var process = ServerProcess.Start(FakeTool.Path, ["flood-stderr", "5000000"]);

        (await process.Exited).ShouldBe(0);
        process.ErrorTail.ShouldEndWith("the last words");
        process.ErrorTail.Length.ShouldBeLessThanOrEqualTo(4000);
    }

    [Fact]
    public async Task Disposing_returns_when_it_is_gone()
    {
        using var line = new TcpListener(IPAddress.Loopback, 0);
        line.Start();
        var port = ((IPEndPoint)line.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
        var process = ServerProcess.Start(FakeTool.Path, ["hang", port]);
        using var call = await line.AcceptTcpClientAsync();

        await process.DisposeAsync();

        await LineIsDeadAsync(call);
    }

    private static async Task LineIsDeadAsync(TcpClient call)
    {
        try
        {
            (await call.GetStream().ReadAsync(new byte[1]).AsTask().WaitAsync(Eventually.Timeout)).ShouldBe(0);
        }
        catch (IOException)
        {
            // Reset: dead as well.
        }
    }
}
