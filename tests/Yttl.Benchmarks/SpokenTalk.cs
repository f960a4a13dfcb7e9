using Yttl.Benchmarks.Results;
using Yttl.TestKit;
using Yttl.TestKit.Tones;

namespace Yttl.Benchmarks;

/// <param name="Calls">Of the recogniser, that which detects the language included.</param>
internal sealed record Hearing(TimeSpan Wall, int Calls, ToneScore Score)
{
    public IReadOnlyList<string> Figures =>
    [
        Figure.Count(Calls), Figure.Seconds(Wall), Figure.Of($"{Score.Recall:0.000}"),
        Figure.Of($"{Score.LargestError.TotalMilliseconds:0} ms"),
    ];
}

/// <summary>A talk in tone speech as a file, heard by the built <c>yttl</c> with a recogniser on 127.0.0.1.</summary>
internal sealed class SpokenTalk
{
    private readonly TempFolder _folder;
    private readonly ToneTalk _talk;
    private readonly string _file;

    /// <param name="folder">Where the file and what is remembered lie; not disposed with this.</param>
    public SpokenTalk(TempFolder folder, ToneTalk talk)
    {
        (_folder, _talk, _file) = (folder, talk, folder.PathOf($"{talk.Duration.TotalMinutes:0}.wav"));
        talk.WriteWave(_file);
    }

    public string Name => Figure.Of($"{_talk.Duration.TotalMinutes:0} minutes of speech");

    /// <summary>Each time anew: nothing is remembered.</summary>
    /// <param name="cost">Seconds that the recogniser takes for a call, and for each 30 s that are begun.</param>
    /// <param name="cores">Null for all there are.</param>
    public async Task<Hearing> HearAsync(
        (double Call, double Window) cost, int? cores, params IReadOnlyList<string> options)
    {
        await using var recognizer = await LoopbackRecognizer.StartAsync();
        recognizer.Work = call => Task.Delay(TimeSpan.FromSeconds(
            cost.Call + cost.Window * Math.Ceiling(call.Length.TotalSeconds / 30 - 0.01)));
        IReadOnlyList<string> command =
        [
            PublishedYttl.Path, "transcript", _file, "--whisper-base-url", recognizer.BaseUrl.AbsoluteUri,
            "--format", "json", .. options,
        ];
        var ran = MeasuredYttl.Run(
            cores is { } bound ? MeasuredYttl.PinnedTo(bound, command) : command,
            _folder.PathOf($"home-{Guid.NewGuid():N}"));
        return new Hearing(ran.Wall, recognizer.Calls.Count, ToneScore.Of(_talk, ran.Output));
    }
}
