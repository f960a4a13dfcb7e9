using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Yttl.TestKit;
using Yttl.TestKit.Http;

namespace Yttl.Cli.Specs.EndToEnd;

/// <summary>The real <c>yttl serve</c>, started, killed and started again.</summary>
public sealed class ServeSpecs : IDisposable
{
    private readonly YttlProcess _yttl = new();
    private readonly HttpClient _http = new();

    public void Dispose()
    {
        _http.Dispose();
        _yttl.Dispose();
    }

    [UnixFact]
    public async Task It_prints_one_address_with_a_code_and_a_signal_ends_it_cleanly()
    {
        using var serve = _yttl.Start("serve", "--port", "0");
        var address = await AddressAsync(serve);
        address.Host.ShouldBe("127.0.0.1");
        address.Fragment.ShouldStartWith("#code=");

        using (var second = _yttl.Start("serve"))
        {
            var ran = await YttlProcess.EndAsync(second);
            ran.ExitCode.ShouldBe(0, ran.Error);
            var again = new Uri(ran.Output.Trim());
            again.Authority.ShouldBe(address.Authority);
            again.Fragment.ShouldNotBe(address.Fragment);
        }

        using var kill = Process.Start("kill", ["-INT", $"{serve.Id}"]);
        var ended = await YttlProcess.EndAsync(serve);
        ended.ExitCode.ShouldBe(0, ended.Error);
        ended.Error.ShouldContain("Ctrl-C ends it");
        File.Exists(_yttl.Folder.PathOf(".local/share/yttl/serve/running.json")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_taken_port_is_said_with_the_program_that_has_it()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;

        var ran = await _yttl.RunAsync("serve", "--port", $"{port}");

        ran.ExitCode.ShouldBe(2);
        var line = ran.ErrorLines[^1];
        line.ShouldStartWith($"yttl: port {port} is taken by ");
        line.ShouldEndWith(": choose another with --port");
        if (OperatingSystem.IsLinux())
            line.ShouldContain($"(process {Environment.ProcessId})");
    }

    [Theory]
    [InlineData("expected", "serve", "--port", "70000")]
    [InlineData("expected an address", "serve", "--listen", "everywhere")]
    [InlineData("no key is set", "serve", "--listen", "0.0.0.0", "--port", "0")]
    [InlineData("--token NAME too", "serve", "--origin", "chrome-extension://a")]
    [InlineData("there is no token 'laptop'", "serve", "--revoke", "laptop")]
    public async Task What_cannot_be_served_ends_with_exit_code_2_and_what_to_do(string said, params string[] arguments)
    {
        var ran = await _yttl.RunAsync(arguments);

        ran.ExitCode.ShouldBe(2);
        ran.ErrorLines[^1].ShouldContain(said);
    }

    [Fact]
    public async Task Tokens_are_made_listed_and_revoked()
    {
        var made = await _yttl.RunAsync("serve", "--token", "laptop");
        made.ExitCode.ShouldBe(0, made.Error);
        made.Output.Trim().Length.ShouldBe(43);

        (await _yttl.RunAsync("serve", "--token", "laptop")).ExitCode.ShouldNotBe(0);
        (await _yttl.RunAsync("serve", "--tokens")).Output.ShouldContain("laptop");
        (await _yttl.RunAsync("serve", "--revoke", "laptop")).ExitCode.ShouldBe(0);
        (await _yttl.RunAsync("serve", "--tokens")).Output.ShouldNotContain("laptop");
    }

    /// <summary>Three runs under way: killed with SIGKILL, started again, all three complete, nothing remembered asked again.</summary>
    [UnixFact]
    public async Task Killed_with_three_runs_under_way_it_completes_them_at_the_next_start_and_repeats_no_remembered_call()
    {
        const int Answered = 12;
        var isFirst = true;
        await using var model = await LoopbackModel.StartAsync(
            call => isFirst && call.Number >= Answered ? ModelAnswer.Hang : RememberedPoints.Answer(call));
        _yttl.Environment["YTTL_HOME"] = _yttl.Folder.PathOf("home");
        _yttl.Environment["YTTL_LLM_PROVIDER"] = "local";
        _yttl.Environment["YTTL_LLM_BASE_URL"] = $"{model.BaseUrl}";
        _yttl.Environment["YTTL_LLM_MODEL"] = "m";
        _yttl.Environment["YTTL_MAX_CONCURRENT_LLM"] = "3";
        _yttl.Environment["YTTL_MAX_CONCURRENT_VIDEOS"] = "3";
        Authorize((await _yttl.RunAsync("serve", "--token", "spec")).Output.Trim());
        var ids = new List<string>();
        using (var serve = _yttl.Start("serve", "--port", "0"))
        {
            var address = await AddressAsync(serve);
            foreach (var hour in new[] { 1, 2, 3 })
                ids.Add(await SubmitAsync(address, _yttl.Folder.Write($"talk-{hour}.vtt", CaptionFiles.OfMinutes(60 + 30 * hour))));
            await Eventually.HoldsAsync(() => RememberedPoints.In(_yttl.Folder.PathOf("home")).Count == Answered);
            foreach (var id in ids)
                (await StateAsync(address, id)).ShouldBe("running");
            serve.Kill();
            await serve.WaitForExitAsync();
        }

        isFirst = false;
        var remembered = RememberedPoints.In(_yttl.Folder.PathOf("home"));
        var before = model.Calls.Count;
        using var again = _yttl.Start("serve", "--port", "0");
        var place = await AddressAsync(again);
        foreach (var id in ids)
            (await OverAsync(place, id)).ShouldBe("complete");
        again.Kill();
        await again.WaitForExitAsync();

        model.Calls.Skip(before).Select(RememberedPoints.NameOf).Where(remembered.Contains).ShouldBeEmpty();
    }

    /// <summary>The same home at once: a server with a run, a command that runs, one that searches, one that lists.</summary>
    [UnixFact]
    public async Task Other_commands_work_beside_it()
    {
        Authorize((await _yttl.RunAsync("serve", "--token", "spec")).Output.Trim());
        using var serve = _yttl.Start("serve", "--port", "0");
        var address = await AddressAsync(serve);
        var id = await SubmitAsync(address, _yttl.Folder.Write("served.vtt", CaptionFiles.WebVtt(minutes: 20)));
        _yttl.Folder.Write("own.vtt", CaptionFiles.WebVtt(minutes: 20));

        var ran = await Task.WhenAll(_yttl.RunAsync("summarize", "own.vtt"), _yttl.RunAsync("runs", "list"), _yttl.RunAsync("plan", "own.vtt"));
        ran.ShouldAllBe(one => one.ExitCode == 0);
        (await OverAsync(address, id)).ShouldBe("complete");
        (await _yttl.RunAsync("search", "dam", "upstream")).ExitCode.ShouldBe(0);
        using var list = JsonDocument.Parse(await _http.GetStringAsync(new Uri(address, "/api/summaries")));
        list.RootElement.GetProperty("summaries").GetArrayLength().ShouldBe(2);
        (await _yttl.RunAsync("runs", "delete", id)).ExitCode.ShouldBe(0);
        (await _http.GetAsync(new Uri(address, $"/api/summaries/{id}"))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        serve.Kill();
        await serve.WaitForExitAsync();
    }

    private static async Task<Uri> AddressAsync(Process serve)
    {
        var line = await serve.StandardOutput.ReadLineAsync().WaitAsync(Eventually.Timeout);
        return new Uri(line.ShouldNotBeNull());
    }

    private void Authorize(string token) => _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);

    private async Task<string> SubmitAsync(Uri address, string source)
    {
        using var body = new StringContent(
            $$"""{ "source": "{{JsonEncodedText.Encode(source)}}" }""", Encoding.UTF8, "application/json");
        using var answer = await _http.PostAsync(new Uri(address, "/api/summaries"), body);
        answer.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return json.RootElement.GetProperty("id").GetString()!;
    }

    private async Task<string> OverAsync(Uri address, string id)
    {
        using var limit = new CancellationTokenSource(Eventually.Timeout);
        while (true)
        {
            if (await StateAsync(address, id) is var state and not ("queued" or "running"))
                return state;
            await Task.Delay(50, limit.Token);
        }
    }

    private async Task<string> StateAsync(Uri address, string id)
    {
        using var json = JsonDocument.Parse(await _http.GetStringAsync(new Uri(address, $"/api/summaries/{id}")));
        return json.RootElement.GetProperty("state").GetString()!;
    }
}
