using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Yttl.Core.Failures;
using Yttl.Core.ModelServers;
using Yttl.Core.Processes;
using Yttl.TestKit;
using Yttl.TestKit.Http;

namespace Yttl.Core.Specs.ModelServers;

public sealed class ModelFilesSpecs : IDisposable
{
    private const string Name = "acme/tiny/model.gguf";

    private static readonly byte[] Model = [.. "GGUF"u8, .. Enumerable.Range(0, 300_000).Select(i => (byte)i)];

    private const int Half = 150_000;

    private readonly TaskCompletionSource _half = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ManualTime _time = new();
    private readonly TempFolder _folder = new();
    private readonly HttpClient _http = ModelFiles.CreateHttpClient();

    public void Dispose()
    {
        _http.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_model_is_downloaded_once()
    {
        await using var server = await LoopbackServer.StartAsync(context => SendAsync(context, Model, Hash(Model)));

        var path = await GetAsync(server, Name);
        var again = await GetAsync(server, Name);

        again.ShouldBe(path);
        (await File.ReadAllBytesAsync(path)).ShouldBe(Model);
        server.Requests.ShouldBe(["GET /acme/tiny/resolve/main/model.gguf"]);
    }

    [Fact]
    public async Task A_model_that_exists_is_returned_although_its_lock_is_held()
    {
        await using var server = await LoopbackServer.StartAsync(context => SendAsync(context, Model, Hash(Model)));
        var path = await GetAsync(server, Name);
        using var others = FileLock.TryTake(path + ".lock", shared: false);

        var again = new ModelFiles(_folder.Path, server.Url, _http, _time).GetAsync(Name, ModelFormat.Gguf, null, default);

        again.IsCompletedSuccessfully.ShouldBeTrue();
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_told_with_its_path()
    {
        var file = Path.Combine(_folder.Path, "a file");
        await File.WriteAllTextAsync(file, "");
        var files = new ModelFiles(file, ModelFiles.HuggingFace, _http, _time);

        var failure = await Should.ThrowAsync<YttlException>(() => files.GetAsync(Name, ModelFormat.Gguf, null, default));

        failure.Failure.Code.ShouldBe("model.write");
        failure.Failure.Message.ShouldContain(file);
    }

    [Fact]
    public async Task Two_who_want_a_model_at_once_download_it_once()
    {
        await using var server = await LoopbackServer.StartAsync(context => SendAsync(context, Model, Hash(Model)));

        var files = new ModelFiles(_folder.Path, server.Url, _http, TimeProvider.System);
        var paths = await Task.WhenAll(
            files.GetAsync(Name, ModelFormat.Gguf, null, default), files.GetAsync(Name, ModelFormat.Gguf, null, default));

        paths[0].ShouldBe(paths[1]);
        server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_name_of_a_Whisper_model_is_enough()
    {
        byte[] ggml = [.. "lmgg"u8, 1, 0, 0, 0];
        await using var server = await LoopbackServer.StartAsync(context => SendAsync(context, ggml, Hash(ggml)));

        await Files(server).GetAsync("large-v3-turbo", ModelFormat.Ggml, null, default);

        server.Requests.ShouldBe(["GET /ggerganov/whisper.cpp/resolve/main/ggml-large-v3-turbo.bin"]);
    }

    [Fact]
    public async Task A_download_that_broke_off_goes_on_where_it_stopped()
    {
        var ranges = new List<string>();
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            ranges.Add(context.Request.Headers.Range.ToString());
            if (ranges.Count > 1)
            {
                await SendAsync(context, Model, Hash(Model));
                return;
            }

            await SendHalfAsync(context);
            await _half.Task;
            context.Abort();
        });

        var path = await MovingOnAsync(GetAsync(server, Name, HalfIsThere));

        (await File.ReadAllBytesAsync(path)).ShouldBe(Model);
        ranges.ShouldBe(["", $"bytes={Half - 1}-"]);
    }

    [Fact]
    public async Task A_download_that_falls_silent_goes_on_where_it_stopped()
    {
        var ranges = new List<string>();
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            ranges.Add(context.Request.Headers.Range.ToString());
            if (ranges.Count > 1)
            {
                await SendAsync(context, Model, Hash(Model));
                return;
            }

            await SendHalfAsync(context);
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });

        var get = GetAsync(server, Name, HalfIsThere);
        await _half.Task;
        _time.Advance(ModelDownload.MostSilence);
        var path = await MovingOnAsync(get);

        (await File.ReadAllBytesAsync(path)).ShouldBe(Model);
        ranges.ShouldBe(["", $"bytes={Half - 1}-"]);
    }

    [Fact]
    public async Task A_server_that_stays_silent_is_given_up_with_one_clear_line()
    {
        await using var server = await LoopbackServer.StartAsync(
            context => Task.Delay(Timeout.Infinite, context.RequestAborted));

        var get = GetAsync(server, Name);
        for (var connection = 1; connection <= 3; connection++)
        {
            await _time.PendingAsync(ModelDownload.MostSilence);
            _time.Advance(ModelDownload.MostSilence);
            if (connection == 3)
                break;
            await _time.PendingAsync(ModelDownload.Pause);
            _time.Advance(ModelDownload.Pause);
        }

        var failure = await FailureOf(get);
        (failure.Failure.Code, failure.Transient).ShouldBe(("model.download", true));
        failure.Message.ShouldContain("sent nothing for 30 s");
        failure.Message.ShouldNotContain("\n");
    }

    [Fact]
    public async Task A_download_whose_content_changed_starts_again()
    {
        Directory.CreateDirectory(_folder.PathOf("acme/tiny"));
        _folder.Write(Name + ".part", "GGUF and the beginning of another");
        _folder.Write(Name + ".part.etag", "\"another\"");
        await using var server = await LoopbackServer.StartAsync(context => SendAsync(context, Model, Hash(Model)));

        var path = await GetAsync(server, Name);

        (await File.ReadAllBytesAsync(path)).ShouldBe(Model);
    }

    [Fact]
    public async Task A_download_that_was_whole_when_it_was_killed_is_only_finished()
    {
        WritePart(Model, Hash(Model));
        var ranges = new List<string>();
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            ranges.Add(context.Request.Headers.Range.ToString());
            return SendAsync(context, Model, Hash(Model));
        });

        var path = await GetAsync(server, Name);

        (await File.ReadAllBytesAsync(path)).ShouldBe(Model);
        ranges.ShouldBe([$"bytes={Model.Length - 1}-"]);
        Directory.GetFiles(_folder.PathOf("acme/tiny")).Select(Path.GetFileName).Order()
            .ShouldBe(["model.gguf", "model.gguf.lock"]);
    }

    [Fact]
    public async Task A_download_longer_than_the_content_starts_again()
    {
        WritePart([.. Model, 1, 2, 3], Hash(Model));
        await using var server = await LoopbackServer.StartAsync(context => SendAsync(context, Model, Hash(Model)));

        var path = await GetAsync(server, Name);

        (await File.ReadAllBytesAsync(path)).ShouldBe(Model);
    }

    [Fact]
    public async Task A_download_that_could_not_be_moved_to_its_place_can_still_go_on()
    {
        Directory.CreateDirectory(_folder.PathOf(Name));
        await using var server = await LoopbackServer.StartAsync(context => SendAsync(context, Model, Hash(Model)));

        (await FailureOf(GetAsync(server, Name))).Failure.Code.ShouldBe("model.write");

        File.Exists(_folder.PathOf(Name + ".part.etag")).ShouldBeTrue();
    }

    [Fact]
    public async Task The_checksum_of_the_first_answer_holds_for_what_the_redirect_sends()
    {
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            if (context.Request.Path.StartsWithSegments("/cdn"))
                return SendAsync(context, Model, "cdn");
            context.Response.Headers["X-Linked-ETag"] = $"\"{Hash([1, 2, 3])}\"";
            context.Response.Redirect("/cdn/blob");
            return Task.CompletedTask;
        });

        (await FailureOf(GetAsync(server, Name))).Failure.Code.ShouldBe("model.checksum");

        Directory.GetFiles(_folder.PathOf("acme/tiny")).Select(Path.GetFileName).ShouldBe(["model.gguf.lock"]);
    }

    [Theory]
    [InlineData("text/html", "<!DOCTYPE html><p>sign in", "model.file-html")]
    [InlineData("application/octet-stream", "\n <html>", "model.file-html")]
    [InlineData("application/octet-stream", "lmgg is another format", "model.file-format")]
    [InlineData("application/octet-stream", "", "model.file-format")]
    public async Task What_is_no_model_is_refused_and_not_kept(string type, string body, string code)
    {
        await using var server = await LoopbackServer.AnsweringAsync(200, body, type);

        (await FailureOf(GetAsync(server, Name))).Failure.Code.ShouldBe(code);

        File.Exists(_folder.PathOf(Name)).ShouldBeFalse();
        File.Exists(_folder.PathOf(Name + ".part")).ShouldBeFalse();
    }

    [Theory]
    [InlineData(404, false)]
    [InlineData(401, false)]
    [InlineData(503, true)]
    [InlineData(429, true)]
    public async Task A_refusal_is_repeated_only_where_it_helps(int status, bool isTransient)
    {
        await using var server = await LoopbackServer.AnsweringAsync(status);

        var failure = await FailureOf(MovingOnAsync(GetAsync(server, Name)));

        (failure.Failure.Code, failure.Transient).ShouldBe(("model.download", isTransient));
        server.Requests.Count.ShouldBe(isTransient ? 3 : 1);
        failure.Failure.Message.ShouldContain($"answered {status}");
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("acme/../model.gguf")]
    [InlineData("acme//model.gguf")]
    [InlineData("no-such-file.gguf")]
    [InlineData("")]
    public async Task What_is_neither_a_file_nor_a_name_is_missing(string model)
    {
        await using var server = await LoopbackServer.AnsweringAsync(200);

        (await FailureOf(GetAsync(server, model))).Failure.Code.ShouldBe("model.file-missing");
        server.Requests.ShouldBeEmpty();
    }

    [TestDataFact]
    public async Task Files_that_only_have_the_name_of_a_model_are_refused()
    {
        await using var server = await LoopbackServer.AnsweringAsync(500);
        var files = Files(server);

        (await FailureOf(files.GetAsync(
            TestData.PathOf("bad/html-error-page-named-ggml-tiny.bin"), ModelFormat.Ggml, null, default)))
            .Failure.Code.ShouldBe("model.file-html");
        (await FailureOf(files.GetAsync(TestData.PathOf("bad/dummy.gguf"), ModelFormat.Ggml, null, default)))
            .Failure.Code.ShouldBe("model.file-format");
        (await files.GetAsync(TestData.PathOf("models/stories260K.gguf"), ModelFormat.Gguf, null, default))
            .ShouldBe(TestData.PathOf("models/stories260K.gguf"));
    }

    private void WritePart(byte[] content, string tag)
    {
        Directory.CreateDirectory(_folder.PathOf("acme/tiny"));
        File.WriteAllBytes(_folder.PathOf(Name + ".part"), content);
        _folder.Write(Name + ".part.etag", $"\"{tag}\"");
    }

    private ModelFiles Files(LoopbackServer server) => new(_folder.Path, server.Url, _http, _time);

    private Task<string> GetAsync(LoopbackServer server, string model, IProgress<ModelProgress>? progress = null) =>
        Files(server).GetAsync(model, ModelFormat.Gguf, progress, default);

    /// <summary>Lets the pauses between connections pass.</summary>
    private async Task<string> MovingOnAsync(Task<string> get)
    {
        while (await Task.WhenAny(get, _time.PendingAsync(ModelDownload.Pause)) != get)
            _time.Advance(ModelDownload.Pause);
        return await get;
    }

    private Watch HalfIsThere => new(progress =>
    {
        if (progress.Done == Half)
            _half.TrySetResult();
    });

    private sealed class Watch(Action<ModelProgress> watch) : IProgress<ModelProgress>
    {
        public void Report(ModelProgress value) => watch(value);
    }

    private static async Task SendHalfAsync(HttpContext context)
    {
        context.Response.Headers.ETag = $"\"{Hash(Model)}\"";
        context.Response.ContentLength = Model.Length;
        await context.Response.Body.WriteAsync(Model.AsMemory(0, Half));
        await context.Response.Body.FlushAsync();
    }

    private static Task SendAsync(HttpContext context, byte[] content, string tag)
    {
        var entity = new Microsoft.Net.Http.Headers.EntityTagHeaderValue($"\"{tag}\"");
        return Results.Bytes(content, "application/octet-stream", enableRangeProcessing: true, entityTag: entity)
            .ExecuteAsync(context);
    }

    private static string Hash(byte[] content) => Convert.ToHexString(SHA256.HashData(content));

    private static async Task<YttlException> FailureOf(Task task) => await task.ShouldThrowAsync<YttlException>();
}
