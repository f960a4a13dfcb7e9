using System.Net;
using System.Net.Sockets;
using Yttl.Core.Failures;
using Yttl.Core.ModelServers;
using Yttl.Core.Providers;

namespace Yttl.Core.Specs.ModelServers;

public sealed class ServerPoolSpecs : IDisposable
{
    private readonly FakeServers _servers = new();

    public void Dispose() => _servers.Dispose();

    [Fact]
    public async Task A_server_is_started_when_it_is_needed_and_not_before()
    {
        await using var pool = _servers.Pool(FakeServers.Program(), new(MaxServers: 2));
        _servers.Started.ShouldBeEmpty();

        using var lease = await LeaseAsync(pool);

        (await _servers.IdAsync(lease)).ShouldBePositive();
        lease.BaseUrl.AbsoluteUri.ShouldEndWith("/v1/");
        (await lease.ExplainAsync(default)).ShouldBeNull();
    }

    [Fact]
    public async Task A_server_that_still_loads_is_waited_for()
    {
        await using var pool = _servers.Pool(FakeServers.Program("3"), new(MaxServers: 1));

        using var lease = await LeaseAsync(pool);

        (await _servers.Http.GetAsync(new Uri(lease.BaseUrl, "/health"))).StatusCode.ShouldBe(HttpStatusCode.OK);
        _servers.Started.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_place_that_is_given_back_is_used_again_without_another_start()
    {
        await using var pool = _servers.Pool(FakeServers.Program(), new(MaxServers: 2));
        int first;
        using (var lease = await LeaseAsync(pool))
            first = await _servers.IdAsync(lease);

        using var next = await LeaseAsync(pool);

        (await _servers.IdAsync(next)).ShouldBe(first);
    }

    [Fact]
    public async Task As_many_servers_run_as_are_needed_and_allowed()
    {
        await using var pool = _servers.Pool(FakeServers.Program(), new(MaxServers: 2));

        using var first = await LeaseAsync(pool);
        using var second = await LeaseAsync(pool);
        var third = LeaseAsync(pool);

        second.BaseUrl.ShouldNotBe(first.BaseUrl);
        third.IsCompleted.ShouldBeFalse();
        first.Dispose();
        using var last = await third;
        last.BaseUrl.ShouldBe(first.BaseUrl);
    }

    [Fact]
    public async Task A_server_with_several_places_is_filled_before_another_is_started()
    {
        await using var pool = _servers.Pool(FakeServers.Program() with { Places = 2 }, new(MaxServers: 2));

        using var first = await LeaseAsync(pool);
        using var second = await LeaseAsync(pool);

        second.BaseUrl.ShouldBe(first.BaseUrl);
        _servers.Started.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Who_came_first_is_served_first_and_who_gives_up_leaves_the_queue()
    {
        await using var pool = _servers.Pool(FakeServers.Program(), new(MaxServers: 1));
        using var first = await LeaseAsync(pool);
        using var impatience = new CancellationTokenSource();
        var impatient = pool.LeaseAsync(impatience.Token);
        var second = LeaseAsync(pool);
        var third = LeaseAsync(pool);

        await impatience.CancelAsync();
        first.Dispose();

        await impatient.ShouldThrowAsync<OperationCanceledException>();
        (await second).Dispose();
        (await third).Dispose();
        _servers.Started.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_lease_that_is_given_back_twice_frees_one_place()
    {
        await using var pool = _servers.Pool(FakeServers.Program(), new(MaxServers: 1));
        var first = await LeaseAsync(pool);
        first.Dispose();
        first.Dispose();

        using var second = await LeaseAsync(pool);

        LeaseAsync(pool).IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public async Task A_crash_is_explained_and_the_next_call_gets_a_new_server()
    {
        await using var pool = _servers.Pool(FakeServers.Program(), new(MaxServers: 1));
        using var lease = await LeaseAsync(pool);

        await _servers.DieAsync(lease, 3);
        var failure = (await lease.ExplainAsync(default)).ShouldNotBeNull();
        lease.Dispose();

        failure.Transient.ShouldBeTrue();
        failure.Failure.ShouldSatisfyAllConditions(
            it => it.Category.ShouldBe(FailureCategory.Processing),
            it => it.Code.ShouldBe("server.crashed"),
            it => it.Message.ShouldContain("exit code 3"),
            it => it.Message.ShouldContain("out of tensors"),
            it => it.Message.ShouldContain("tiny.bin"));
        using var next = await LeaseAsync(pool);
        (await _servers.IdAsync(next)).ShouldBePositive();
    }

    [Fact]
    public async Task Being_killed_means_want_of_memory()
    {
        await using var pool = _servers.Pool(FakeServers.Program(), new(MaxServers: 2));
        using var lease = await LeaseAsync(pool);

        await _servers.KillAsync(lease);

        var failure = (await lease.ExplainAsync(default)).ShouldNotBeNull();
        (failure.Failure.Category, failure.Failure.Code).ShouldBe((FailureCategory.Memory, "server.memory"));
        pool.MaxServers.ShouldBe(1);
    }

    [Fact]
    public async Task A_server_that_dies_again_and_again_is_not_repeated_for_ever()
    {
        await using var pool = _servers.Pool(FakeServers.Program(), new(MaxServers: 1));
        var repeats = new List<bool>();

        for (var i = 0; i < 3; i++)
            repeats.Add(await CrashAsync(pool));

        repeats.ShouldBe([true, true, false]);
    }

    [Fact]
    public async Task Deaths_in_one_run_do_not_count_in_the_next()
    {
        await using var pool = _servers.Pool(FakeServers.Program(), new(MaxServers: 1));

        (await CrashInARunAsync(pool, times: 3)).ShouldBe([true, true, false]);

        (await CrashInARunAsync(pool, times: 1)).ShouldBe([true]);
    }

    [Fact]
    public async Task A_call_that_ends_well_makes_up_for_the_deaths_before_it()
    {
        await using var pool = _servers.Pool(FakeServers.Program(), new(MaxServers: 1));
        await CrashAsync(pool);
        await CrashAsync(pool);
        using (var lease = await LeaseAsync(pool))
            await _servers.IdAsync(lease);

        (await CrashAsync(pool)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_server_that_cannot_start_fails_everybody_who_waits_with_its_last_words()
    {
        var program = FakeServers.Program() with { Arguments = _ => ["exit", "3", "invalid model data (bad magic)\n"] };
        await using var pool = _servers.Pool(program, new(MaxServers: 2));

        var failures = await Task.WhenAll(FailureOf(LeaseAsync(pool)), FailureOf(LeaseAsync(pool)));

        foreach (var failure in failures)
        {
            failure.Failure.Code.ShouldBe("server.start");
            failure.Failure.Message.ShouldContain("exit code 3: invalid model data (bad magic)");
            failure.Transient.ShouldBeFalse();
        }
    }

    [Fact]
    public async Task A_program_that_is_missing_is_named()
    {
        await using var pool = _servers.Pool(FakeServers.Program() with { Tool = "no-such-server" }, new(MaxServers: 1));

        (await FailureOf(LeaseAsync(pool))).Failure.Code.ShouldBe("tool.missing");
    }

    [Fact]
    public async Task A_port_that_another_took_first_is_given_up_for_the_next()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var ports = new Queue<int>([((IPEndPoint)taken.LocalEndpoint).Port, ServerStarter.FreePort()]);
        await using var pool = new ServerPool(
            FakeServers.Program(), new(MaxServers: 1), TimeProvider.System, _ => 0, () => long.MaxValue, ports.Dequeue);

        using var lease = await LeaseAsync(pool);

        (await _servers.IdAsync(lease)).ShouldBePositive();
        ports.ShouldBeEmpty();
    }

    [Fact]
    public async Task Disposing_stops_every_server_and_fails_who_waits()
    {
        var pool = _servers.Pool(FakeServers.Program(), new(MaxServers: 1));
        using var lease = await LeaseAsync(pool);
        var id = await _servers.IdAsync(lease);
        var waiting = LeaseAsync(pool);

        await pool.DisposeAsync();

        FakeServers.IsAlive(id).ShouldBeFalse();
        await waiting.ShouldThrowAsync<ObjectDisposedException>();
        await LeaseAsync(pool).ShouldThrowAsync<ObjectDisposedException>();
    }

    /// <summary>The run ends with the method.</summary>
    private async Task<List<bool>> CrashInARunAsync(ServerPool pool, int times)
    {
        CallingRun.Begin();
        var repeats = new List<bool>();
        while (repeats.Count < times)
            repeats.Add(await CrashAsync(pool));
        return repeats;
    }

    private async Task<bool> CrashAsync(ServerPool pool)
    {
        using var lease = await LeaseAsync(pool);
        await _servers.DieAsync(lease);
        return (await lease.ExplainAsync(default)).ShouldNotBeNull().Transient;
    }

    private static Task<IServerLease> LeaseAsync(ServerPool pool) => pool.LeaseAsync(CancellationToken.None);

    private static async Task<YttlException> FailureOf(Task task) => await task.ShouldThrowAsync<YttlException>();
}
