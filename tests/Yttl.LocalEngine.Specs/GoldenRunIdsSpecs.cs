using System.Text;
using Yttl.Core.Audio;
using Yttl.Core.Chunking;
using Yttl.Core.Languages;
using Yttl.Core.Processes;
using Yttl.Core.Providers;
using Yttl.Core.Reports.Writing;
using Yttl.Core.Sources;
using Yttl.Core.Speech;
using Yttl.Core.Summaries;
using Yttl.LocalEngine.Settings;
using Yttl.TestKit;
using Yttl.Workflows.Memory;

namespace Yttl.LocalEngine.Specs;

/// <summary>The ids under which homes hold runs: who changes one makes the same command another run.</summary>
public sealed class GoldenRunIdsSpecs : IDisposable
{
    private const string Video = "https://www.youtube.com/watch?v=dQw4w9WgXcQ";

    private static readonly RetrySettings NoRetries = new(MaxAttempts: 1, TimeSpan.Zero);

    private readonly TempFolder _folder = new();
    private readonly StringBuilder _ids = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>None of the sources is there: a run has its id before it looks.</summary>
    [UnixFact]
    public async Task The_id_of_every_kind_of_run_is_what_it_was()
    {
        var extractive = Settings();
        var models = Settings() with
        {
            LanguageModel = new LanguageModelSettings(
                "groq", new Uri("https://api.groq.com/openai/v1/"), "llama", "key", MaxConcurrent: 5, NoRetries),
            Recognizer = new RecognizerSettings(new SpeechSettings(
                "local", new Uri("http://127.0.0.1:1/v1/"), "whisper", "key", MaxConcurrent: 2, NoRetries)),
        };
        var plain = new SummarizeOptions { OutputFolder = _folder.PathOf("out") };
        var every = plain with
        {
            Language = LanguageTag.Parse("de", null),
            OutputLanguage = LanguageTag.Parse("pt-BR", null),
            Speech = new SpeechRecognitionOptions
            {
                Force = true,
                Silence = new SilenceSettings(-37.5, TimeSpan.FromSeconds(0.75)),
                Chunks = new ChunkOptions(ChunkStrategy.Fixed, TimeSpan.FromSeconds(90)),
            },
            Length = SummaryLength.Long,
            Style = SummaryStyle.Bullets,
            Instructions = "Für Kinder & kurz.",
            Playlist = true,
            SponsorBlock = ["sponsor", "selfpromo"],
            Formats = [ReportFormat.Markdown, ReportFormat.Json],
            Sequential = true,
            TimeLimit = TimeSpan.FromHours(2),
            Reuse = Reuse.LookAgain,
        };

        await AddAsync("video", extractive, Video, plain);
        await AddAsync("video, models", models, Video, plain);
        await AddAsync("video, models, every option", models, Video, every);
        await AddAsync("list", extractive, "https://www.youtube.com/playlist?list=PLrAXtmErZgOeiKm4sgNOknGvNjby9efdf", plain);
        await AddAsync("list of a video, models, every option", models, $"{Video}&list=PLrAXtmErZgOeiKm4sgNOknGvNjby9efdf", every);
        await AddAsync("page", extractive, "https://example.org/talks/1?part=2", plain);
        await AddAsync("media file", extractive, "/nowhere/talk.mp4", plain);
        await AddAsync("caption file", extractive, "/nowhere/talk.vtt", plain);

        Golden.Matches("run-ids.txt", _ids.ToString());
    }

    private HostSettings Settings() => new(
        _folder.PathOf("home"),
        new Toolset(FFmpeg: "/nowhere/ffmpeg", FFprobe: "/nowhere/ffprobe", YtDlp: "/nowhere/yt-dlp"),
        new YtDlpSettings(),
        LanguageModel: null);

    private async Task AddAsync(string name, HostSettings settings, string source, SummarizeOptions options)
    {
        await using var summarizer = new VideoSummarizer(settings);
        var results = await summarizer.SummarizeAsync(source, options, progress: null, CancellationToken.None);
        _ids.Append(name).Append(": ").Append(results.ShouldHaveSingleItem().RunId).Append('\n');
    }
}
