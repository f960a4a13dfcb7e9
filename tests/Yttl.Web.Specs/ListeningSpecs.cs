using System.Net;
using Yttl.Core.Failures;
using Yttl.TestKit.Http;
using Yttl.Web.Door;
using Yttl.Web.Home;

namespace Yttl.Web.Specs;

/// <summary>Where a server listens, and what keeps it from it.</summary>
public sealed class ListeningSpecs : IAsyncLifetime
{
    private RunningWeb _web = null!;

    public async Task InitializeAsync() => _web = await RunningWeb.StartAsync();

    public async Task DisposeAsync() => await _web.DisposeAsync();

    [Fact]
    public async Task A_home_has_one_server_and_another_process_gets_a_page_of_it()
    {
        (await WebServer.StartAsync(_web.Options(), CancellationToken.None)).ShouldBeNull();

        var address = (await OtherServer.NewPageAddressAsync(_web.Home, TimeProvider.System, CancellationToken.None)).ShouldNotBeNull();
        address.GetLeftPart(UriPartial.Authority).ShouldBe(_web.Origin);
        var opened = await _web.PostAsync("/api/session", $$"""{ "code": "{{address.Fragment["#code=".Length..]}}" }""", request =>
        {
            request.Headers.Authorization = null;
            request.Headers.Add("Origin", _web.Origin);
            request.Headers.Add(Doorkeeper.PageHeader, "1");
        });
        opened.Status.ShouldBe(204, opened.Body);
    }

    [Fact]
    public async Task A_port_of_a_server_of_another_home_is_said_to_be_that()
    {
        await using var other = await RunningWeb.StartAsync();
        await other.StopAsync();

        var problem = await Should.ThrowAsync<YttlException>(
            () => WebServer.StartAsync(other.Options() with { Port = _web.Address.Port }, CancellationToken.None));

        problem.Failure.Code.ShouldBe("serve.port");
        problem.Message.ShouldContain($"'yttl serve' of another home, at http://127.0.0.1:{_web.Address.Port}/");
        await other.StartAsync();
    }

    [Fact]
    public async Task Beyond_loopback_it_starts_with_a_key_alone_and_takes_no_files_and_private_addresses()
    {
        await _web.StopAsync();
        var options = _web.Options() with { Address = IPAddress.Any };
        await new DeviceTokens(_web.Home).RevokeAsync("spec", TimeProvider.System, CancellationToken.None);
        (await Should.ThrowAsync<YttlException>(() => WebServer.StartAsync(options, CancellationToken.None)))
            .Failure.Code.ShouldBe("serve.key");

        var token = await new DeviceTokens(_web.Home).CreateAsync("laptop", null, TimeProvider.System, CancellationToken.None);
        await using var server = (await WebServer.StartAsync(options, CancellationToken.None)).ShouldNotBeNull();
        foreach (var (source, code) in new[]
        {
            (_web.Talk(), "source.unsupported"), ("http://127.0.0.1:9/a", "source.not-public"), ("http://10.0.0.1/a", "source.not-public"),
        })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"http://127.0.0.1:{server.Address.Port}/api/summaries");
            request.Headers.Authorization = new("Bearer", token);
            request.Content = new StringContent(RunningWeb.Body(source));
            var answer = await _web.SendAsync(request);
            answer.Status.ShouldBe(400);
            answer.Text("code").ShouldBe(code);
        }

        using var upload = new HttpRequestMessage(HttpMethod.Post, $"http://127.0.0.1:{server.Address.Port}/api/uploads?name=a.vtt");
        upload.Headers.Authorization = new("Bearer", token);
        (await _web.SendAsync(upload)).Status.ShouldBe(404);
    }

    [Fact]
    public async Task Beyond_loopback_a_run_of_a_file_is_not_resumed()
    {
        await using var model = await LoopbackModel.StartAsync(ModelAnswer.Hang);
        await using var web = await RunningWeb.StartAsync(model);
        var id = (await web.PostAsync("/api/summaries", RunningWeb.Body(web.Talk()))).Text("id");
        await model.CalledAsync(1);
        (await web.PostAsync($"/api/summaries/{id}/terminate")).Status.ShouldBe(202);
        await web.StopAsync();

        await using var server = (await WebServer.StartAsync(
            web.Options() with { Address = IPAddress.Any }, CancellationToken.None)).ShouldNotBeNull();
        using var resume = new HttpRequestMessage(
            HttpMethod.Post, $"http://127.0.0.1:{server.Address.Port}/api/summaries/{id}/resume");
        resume.Headers.Authorization = new("Bearer", web.Token);
        var answer = await web.SendAsync(resume);

        answer.Status.ShouldBe(400, answer.Body);
        answer.Text("code").ShouldBe("source.unsupported");
    }

    [Fact]
    public async Task A_home_that_cannot_be_written_is_said_with_what_helps()
    {
        File.WriteAllText(_web.Folder.PathOf("file"), "");
        var options = _web.Options();

        var problem = await Should.ThrowAsync<YttlException>(() => WebServer.StartAsync(
            options with { Host = options.Host with { Home = _web.Folder.PathOf("file/home") } }, CancellationToken.None));

        problem.Failure.Code.ShouldBe("serve.home");
        problem.Message.ShouldContain("YTTL_HOME");
    }
}
