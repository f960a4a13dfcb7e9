using System.Net;
using System.Net.Sockets;
using System.Text;
using Yttl.Core.Failures;
using Yttl.TestKit;
using Yttl.TestKit.Http;
using Yttl.Web.Uploads;

namespace Yttl.Web.Specs.Uploads;

public sealed class UploadSpecs : IAsyncLifetime
{
    private RunningWeb _web = null!;

    public async Task InitializeAsync() => _web = await RunningWeb.StartAsync();

    public async Task DisposeAsync() => await _web.DisposeAsync();

    [Fact]
    public async Task A_file_is_uploaded_summarised_and_deleted_with_its_run()
    {
        var uploaded = await _web.PostAsync("/api/uploads?name=..%2F..%2Flecture.vtt", File.ReadAllText(_web.Talk()));

        uploaded.Status.ShouldBe(201, uploaded.Body);
        var path = uploaded.Text("source");
        Path.GetFileName(path).ShouldBe("lecture.vtt");
        Path.GetDirectoryName(Path.GetDirectoryName(path)).ShouldBe(Path.Combine(_web.Home, "uploads"));
        var over = await _web.SummarizeAsync(path);
        over.Text("state").ShouldBe("complete");

        await _web.SendAsync(HttpMethod.Delete, $"/api/summaries/{over.Text("id")}", null);
        File.Exists(path).ShouldBeFalse();
    }

    [Fact]
    public async Task A_file_that_another_run_waits_for_is_not_deleted()
    {
        await using var model = await LoopbackModel.StartAsync(ModelAnswer.Text("A point is made."));
        await using var web = await RunningWeb.StartAsync(model, videosAtOnce: 1);
        var path = (await web.PostAsync("/api/uploads?name=lecture.vtt", File.ReadAllText(web.Talk()))).Text("source");
        var over = await web.SummarizeAsync(path);
        var gate = new TaskCompletionSource();
        model.Gate = gate.Task;
        var first = await web.PostAsync("/api/summaries", RunningWeb.Body(web.Talk("first.vtt")));
        await web.ShowsAsync(first.Text("id"), run => run.Text("state") is "running");
        var waiting = await web.PostAsync(
            "/api/summaries", RunningWeb.Body(path).Replace(" }", """, "options": { "length": "short" } }""", StringComparison.Ordinal));
        waiting.Status.ShouldBe(202, waiting.Body);

        (await web.SendAsync(HttpMethod.Delete, $"/api/summaries/{over.Text("id")}", null)).Status.ShouldBe(204);

        File.Exists(path).ShouldBeTrue();
        gate.SetResult();
        (await web.OverAsync(waiting.Text("id"))).Text("state").ShouldBe("complete");
    }

    /// <summary>File systems count bytes: 110 letters of three are too many for them.</summary>
    [Fact]
    public async Task A_name_that_no_disk_takes_is_refused_as_a_name()
    {
        var answer = await _web.PostAsync($"/api/uploads?name={Uri.EscapeDataString(new string('字', 110))}.vtt", "WEBVTT\n");

        answer.Status.ShouldBe(400, answer.Body);
        answer.Text("code").ShouldBe("upload.name");
        Kept().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("empty.mp4", "", "upload.empty")]
    [InlineData("", "abc", "upload.name")]
    [InlineData("..", "abc", "upload.name")]
    [InlineData("setup.exe", "MZ", "upload.playlist")]
    [InlineData("list.m3u8", "#EXTM3U\n", "upload.playlist")]
    [InlineData("talk.mp4", "#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n", "upload.playlist")]
    [InlineData("talk.mp4", "\uFEFF  #extm3u\n", "upload.playlist")]
    [InlineData("talk.mkv", "ffconcat version 1.0\nfile '/etc/passwd'\n", "upload.playlist")]
    [InlineData("talk.mp4", "<?xml version=\"1.0\"?>\n<MPD xmlns=\"urn:mpeg:dash:schema:mpd:2011\">", "upload.playlist")]
    [InlineData("talk.xml", "<smil><body><video src=\"/etc/passwd\"/></body></smil>", "upload.playlist")]
    public async Task What_is_no_recording_is_refused_and_nothing_of_it_is_kept(string name, string content, string code)
    {
        var answer = await _web.PostAsync($"/api/uploads?name={Uri.EscapeDataString(name)}", content);

        answer.Status.ShouldBe(400);
        answer.Text("code").ShouldBe(code);
        Kept().ShouldBeEmpty();
    }

    [Fact]
    public async Task Fifty_gigabytes_are_refused_before_they_are_sent()
    {
        var head = await SendRawAsync($"Content-Length: {50L << 30}", "abc");

        head.ShouldStartWith("HTTP/1.1 413");
        Kept().ShouldBeEmpty();
    }

    [Fact]
    public async Task Of_a_file_without_an_announced_length_no_more_than_the_bound_is_taken()
    {
        var uploads = new UploadFolder(_web.Folder.PathOf("bounded"), most: 300_000);

        var problem = await Should.ThrowAsync<YttlException>(
            () => uploads.ReceiveAsync("long.mp4", null, new MemoryStream(new byte[400_000]), CancellationToken.None));

        problem.Failure.Code.ShouldBe("upload.too-large");
        Directory.GetFileSystemEntries(_web.Folder.PathOf("bounded")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_that_is_cut_in_the_middle_leaves_nothing()
    {
        using (var socket = await ConnectAsync())
        {
            await socket.SendAsync(Head("Content-Length: 1000000", "talk.mp4"));
            await socket.SendAsync(new byte[200_000]);
            await Eventually.HoldsAsync(() => Kept().Length > 0);
        }

        await Eventually.HoldsAsync(() => Kept().Length == 0);
    }

    [Fact]
    public async Task The_same_file_again_is_the_same_source()
    {
        var first = await _web.PostAsync("/api/uploads?name=a.vtt", "WEBVTT\n");
        var second = await _web.PostAsync("/api/uploads?name=a.vtt", "WEBVTT\n");

        second.Text("source").ShouldBe(first.Text("source"));
    }

    [Fact]
    public void What_a_killed_process_left_half_written_is_swept()
    {
        var folder = Directory.CreateDirectory(_web.Folder.PathOf("swept")).FullName;
        File.WriteAllText(Path.Combine(folder, "x.part"), "half");

        new UploadFolder(folder).Sweep();

        Directory.GetFiles(folder).ShouldBeEmpty();
    }

    private string[] Kept() => !Directory.Exists(Path.Combine(_web.Home, "uploads")) ? []
        : Directory.GetFiles(Path.Combine(_web.Home, "uploads"), "*", SearchOption.AllDirectories);

    private async Task<string> SendRawAsync(string header, string body)
    {
        using var socket = await ConnectAsync();
        await socket.SendAsync(Head(header, "talk.mp4"));
        await socket.SendAsync(Encoding.ASCII.GetBytes(body));
        var answer = new byte[200];
        var length = await socket.ReceiveAsync(answer).WaitAsync(Eventually.Timeout);
        return Encoding.ASCII.GetString(answer, 0, length);
    }

    private async Task<Socket> ConnectAsync()
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, _web.Address.Port);
        return socket;
    }

    private byte[] Head(string header, string name) => Encoding.ASCII.GetBytes(
        $"POST /api/uploads?name={name} HTTP/1.1\r\nHost: {_web.Address.Authority}\r\nAuthorization: Bearer {_web.Token}\r\n{header}\r\n\r\n");
}
