using System.CommandLine;
using Yttl.Cli.Failures;
using Yttl.Cli.Hosting;
using Yttl.Cli.Runs;
using Yttl.Cli.Settings;
using Yttl.Cli.Terminal;
using Yttl.Core.Reports.Writing;
using Yttl.Core.Settings;
using Yttl.LocalEngine;
using Yttl.LocalEngine.Results;

namespace Yttl.Cli.Commands;

internal static class TranscriptCommand
{
    private static readonly ValueParser<IReadOnlyList<TranscriptFormat>> Formats = ValueParsers.ListOf(
        "LIST", allowNone: false, [.. TranscriptFormat.All.Select(format => (format.Name, format))]);

    public static Command Create(CliContext surroundings)
    {
        var source = new Argument<string>("SOURCE") { Description = "A URL, a media file, a caption file, or - for captions from stdin" };
        var format = new Option<string[]>("--format")
        {
            Description = $"Output formats, comma-separated: {string.Join(", ", TranscriptFormat.All)} [{TranscriptFormat.PlainText}]",
            HelpName = Formats.HelpName,
        };
        var folder = new Option<string>("--out", "-o")
        {
            Description = "Write files into this folder instead of stdout",
            HelpName = "FOLDER",
        };
        var command = new Command("transcript", "Print the transcript alone, from captions or speech to text") { source, format, folder };
        var settings = new SettingOptions(command, SettingTable.TranscriptOptions);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var output = new TranscriptOutput(Read(parsed.GetValue(format)), parsed.GetValue(folder));
            var configuration = ConfigurationReader.ReadValid(settings.Read(parsed), surroundings);
            var request = await PipedSource.ResolveAsync(
                new Request(parsed.GetRequiredValue(source)), EngineSettings.Home(configuration), surroundings, cancellationToken);
            var messages = new Messages(surroundings);
            var transcript = await RunViews.ShowAsync(
                surroundings,
                messages,
                parsed.GetValue<bool>(GlobalOptions.Verbose),
                view => ReadAsync(request, configuration, view, messages, cancellationToken));
            foreach (var note in transcript.Notes)
                messages.Note(request.Worded(note));
            await output.WriteAsync(transcript, surroundings, cancellationToken);
            return ExitCode.Complete;
        });
        return command;
    }

    private static async Task<VideoTranscript> ReadAsync(
        Request request,
        Configuration settings,
        IRunView view,
        Messages messages,
        CancellationToken cancellationToken)
    {
        await using var reader = new TranscriptReader(EngineSettings.Reader(settings), new MessageLogger(messages, verbose: false));
        return await request.WordedAsync(() => reader.ReadAsync(
            request.Source,
            settings.Get(SettingTable.Language),
            EngineSettings.Speech(settings),
            new RunProgressAdapter(request, view, finished: _ => { }),
            cancellationToken));
    }

    private static IReadOnlyList<TranscriptFormat> Read(string[]? given) =>
        given is null or [] ? [TranscriptFormat.PlainText]
        : Formats.Read(string.Join(',', given), out var formats) ? formats
        : throw new UsageException(
            $"--format {string.Join(',', given)}: expected {Formats.Expected}");
}
