using System.Globalization;
using System.Net;
using System.Text;
using Xunit.Abstractions;
using Yttl.Core.Captions.Fetching;
using Yttl.Core.ModelServers;
using Yttl.TestKit;
using Yttl.TestKit.Fuzzing;

namespace Yttl.Core.Specs.Fuzzing;

/// <summary>
/// Servers that lie in their headers: what is saved is what they hold, or the download is refused. An input is a status
/// and headers, a line each; the body is always what was asked for.
/// </summary>
public sealed class DownloadHeaderFuzzSpecs(ITestOutputHelper output) : IDisposable
{
    private const string Model = "GGUF and then what it learnt.";

    private const string Captions = "WEBVTT\n\n00:00.000 --> 00:02.000\nHello.\n";

    private static readonly Uri Url = new("https://models.test/m.gguf");

    private static readonly IReadOnlyList<byte[]> Words = FuzzBytes.Of(
        "200\n", "206\n", "302\n", "416\n", "429\n", "500\n", "Content-Range: bytes 9-28/29\n", "Content-Range: bytes 8-28/29\n",
        "Content-Range: bytes */29\n", "Content-Length: 29\n", "ETag: \"a\"\n", "ETag: W/\"a\"\n", "ETag: *\n",
        "X-Linked-ETag: \"0\"\n", "Location: /n\n", "Location: ftp://x/\n", "Location: file:///etc/passwd\n", "Location: //\n",
        "Content-Type: text/html\n", "Retry-After: 1\n", "Retry-After: Thu, 01 Jan 2026 00:00:01 GMT\n", "bytes ", "-", "/", ": ");

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_model_is_saved_whole_or_refused() => Check(
        "headers of a model",
        FuzzBytes.Of(
            "200\nETag: \"a\"\nContent-Length: 29\n",
            "206\nETag: \"a\"\nContent-Range: bytes 8-28/29\nContent-Length: 21\n"),
        input =>
        {
            var part = _folder.Write("m.part", Model[..9]);
            _folder.Write("m.part.etag", "\"a\"");
            using var http = new HttpClient(new Liar(input, Model));

            new ModelDownload(http, Url, part, ModelFormat.Gguf, new HurriedTime())
                .RunAsync(null, CancellationToken.None).GetAwaiter().GetResult();

            File.ReadAllText(part).ShouldBe(Model);
            return true;
        });

    [Fact]
    public void Captions_are_read_or_left_out_with_a_reason() => Check(
        "headers of captions",
        FuzzBytes.Of("200\nContent-Type: text/vtt; charset=utf-8\n"),
        input =>
        {
            using var http = new HttpClient(new Liar(input, Captions));

            var content = new CaptionDownload(http, new HurriedTime())
                .LoadAsync(Url, CancellationToken.None).GetAwaiter().GetResult();

            (content.Bytes is null).ShouldBe(content.Reason is { Length: > 0 });
            return content.Bytes is not null;
        });

    private void Check(string name, IReadOnlyList<byte[]> seeds, Func<byte[], bool> read) =>
        Fuzz.Check(new FuzzTarget(name, seeds, Words, read), output);

    /// <summary>Answers from the place that it was asked for, whatever its headers say.</summary>
    private sealed class Liar(byte[] headers, string content) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var lines = Encoding.Latin1.GetString(headers).Split('\n');
            var isStatus = int.TryParse(lines[0], NumberStyles.None, CultureInfo.InvariantCulture, out var status);
            var answer = new HttpResponseMessage(isStatus && status is >= 200 and < 600 ? (HttpStatusCode)status : HttpStatusCode.OK);
            var from = answer.StatusCode is HttpStatusCode.PartialContent ? request.Headers.Range?.Ranges.First().From ?? 0 : 0;
            answer.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(content[(int)Math.Min(from, content.Length)..]));
            answer.Content.Headers.Clear();
            foreach (var header in lines.Skip(1).Select(line => line.Split(':', 2)).Where(header => header.Length is 2))
                _ = answer.Headers.TryAddWithoutValidation(header[0].Trim(), header[1].Trim('\r', ' '))
                    || answer.Content.Headers.TryAddWithoutValidation(header[0].Trim(), header[1].Trim('\r', ' '));
            answer.RequestMessage = request;
            return Task.FromResult(answer);
        }
    }

    /// <summary>Every wait is over at once, but for those that would end a call.</summary>
    private sealed class HurriedTime : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            System.CreateTimer(callback, state, dueTime < TimeSpan.FromSeconds(10) ? TimeSpan.Zero : dueTime, period);
    }
}
