using Azure.Storage.Blobs;
using Microsoft.Extensions.DependencyInjection;
using Yttl.Core.Processes;
using Yttl.Functions.Hosting;
using Yttl.Functions.Http;
using Yttl.Functions.Specs.Hosting;
using Yttl.Functions.Storage;
using Yttl.TestKit;
using Yttl.TestKit.Http;
using Yttl.Workflows.Http;

namespace Yttl.Functions.Specs.Http;

/// <summary>What the public check answers, and what it costs.</summary>
public sealed class HealthSpecs : IDisposable
{
    private static readonly ToolCheck[] All =
        [Tool("ffmpeg"), Tool("ffprobe"), Tool("yt-dlp"), Tool("JavaScript runtime")];

    private readonly ManualTime _time = new();
    private readonly ServiceProvider _services = CompositionSpecs.Services();

    [Theory]
    [InlineData("yt-dlp", "degraded")]
    [InlineData("JavaScript runtime", "degraded")]
    [InlineData("ffprobe", "degraded")]
    [InlineData("ffmpeg", "unhealthy")]
    public void A_missing_tool_stops_a_host_only_where_nothing_works_without_it(string missing, string status)
    {
        var health = From([.. All.Select(tool => tool.Name == missing ? tool with { Version = null, Path = null } : tool)]);

        health.Status.ShouldBe(status);
        health.Tools.Single(tool => tool.Problem is not null).ShouldBe(new ToolDocument(missing, null, "missing"));
    }

    [Fact]
    public void A_tool_that_is_old_is_a_warning_and_one_that_is_too_busy_to_answer_stops_nothing()
    {
        From(All).Status.ShouldBe("ok");
        From([.. All.Select(tool => tool with { Problem = "old" })]).Status.ShouldBe("ok");
        From([.. All.Select(tool => tool with { Version = null })]).Status.ShouldBe("degraded");
    }

    [Fact]
    public void A_store_that_does_not_answer_stops_every_run() => From(All, storage: false).Status.ShouldBe("unhealthy");

    [UnixFact]
    public async Task A_host_without_yt_dlp_answers_a_probe_with_200_and_says_what_is_missing()
    {
        await using var account = await LoopbackServer.AnsweringAsync(200);
        using var check = Check(account.Url);

        var answer = await AskAsync(check);

        answer.Status.ShouldBe(200);
        answer.Body.ShouldContain("\"status\":\"degraded\"");
        answer.Body.ShouldContain("\"name\":\"yt-dlp\",\"problem\":\"missing\"");
        answer.Body.ShouldNotContain("works");
    }

    [Fact]
    public async Task Many_probes_within_a_minute_are_one_check()
    {
        await using var account = await LoopbackServer.AnsweringAsync(200);
        using var check = Check(account.Url);

        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => AskAsync(check)));
        _time.Advance(HealthCheck.Holds - TimeSpan.FromSeconds(1));
        await AskAsync(check);
        account.Requests.Count.ShouldBe(1);
        _time.Advance(TimeSpan.FromSeconds(1));
        await AskAsync(check);

        account.Requests.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData(404, "ContainerNotFound")]
    [InlineData(403, "AuthorizationPermissionMismatch")]
    public async Task Storage_that_is_not_the_apps_answers_503(int status, string code)
    {
        await using var account = await LoopbackServer.AnsweringAsync(
            status, $"<?xml version=\"1.0\"?><Error><Code>{code}</Code><Message>No.</Message></Error>", "application/xml");
        using var check = Check(account.Url);

        var answer = await AskAsync(check);

        answer.Status.ShouldBe(503);
        answer.Body.ShouldContain("\"status\":\"unhealthy\",\"storage\":false");
    }

    [Fact]
    public async Task Storage_that_hangs_answers_503_in_time()
    {
        await using var account = await LoopbackServer.HangingAsync();
        using var check = Check(account.Url);

        var asked = AskAsync(check);
        await _time.PendingAsync(TimeSpan.FromSeconds(10));
        _time.Advance(TimeSpan.FromSeconds(10));

        (await asked.WaitAsync(Eventually.Timeout)).Status.ShouldBe(503);
    }

    public void Dispose() => _services.Dispose();

    private HealthDocument From(IReadOnlyList<ToolCheck> tools, bool storage = true) =>
        HealthDocument.From(_services.GetRequiredService<HostDefaults>(), tools, storage);

    /// <summary>On a host whose ffmpeg is another program, and without yt-dlp.</summary>
    private HealthCheck Check(Uri account)
    {
        var options = BlobAccount.Options();
        options.Retry.MaxRetries = 0;
        var blobs = new BlobServiceClient(
            $"DefaultEndpointsProtocol=http;AccountName=someone;AccountKey=AAAA;BlobEndpoint={account.AbsoluteUri}someone;",
            options);
        return new HealthCheck(
            new Toolset("/bin/sh", "/no/ffprobe", "/no/yt-dlp"),
            new BlobContainers(blobs),
            _services.GetRequiredService<HostDefaults>(),
            _time);
    }

    private static async Task<HttpAnswer> AskAsync(HealthCheck check) =>
        await HttpAnswer.Of(await new HealthHttp(check).ShowAsync(HttpRequests.Of(), CancellationToken.None));

    private static ToolCheck Tool(string name) => new(name, "1", $"/usr/bin/{name}", null, null);
}
