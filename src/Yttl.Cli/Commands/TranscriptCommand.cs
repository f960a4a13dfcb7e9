using System.CommandLine;
using Yttl.Cli.Failures;
using Yttl.Cli.Hosting;
using Yttl.Cli.Runs;
using Yttl.Cli.Settings;
using Yttl.Cli.Terminal;
using Yttl.Core.Reports.Writing;
using Yttl.Core.Settings;
using Yttl.LocalEngine;

namespace Yttl.Cli.Commands;

internal static class TranscriptCommand
{
    private static readonly ValueParser<IReadOnlyList<TranscriptFormat>> Formats = ValueParsers.ListOf(
        "LIST", allowNone: false, [.. TranscriptFormat.All.Select(format => (format.Name, format))]);

    public static Command Create(CliContext surroundings)
    {
        var source = new Argument<string>("SOURCE") { Description = "An address, a media file or a caption file" };
        var format = new Option<string[]>("--format")
        {
            Description = $"What to write: {string.Join(", ", TranscriptFormat.All)}, by commas [{TranscriptFormat.PlainText}]",
            HelpName = Formats.HelpName,
        };
        var folder = new Option<string>("--out")
        {
            Description = "Write files into this folder instead of stdout; takes several formats",
            HelpName = "FOLDER",
        };
        var command = new Command("transcript", "Write the transcript alone, from captions or speech") { source, format, folder };
        var settings = new SettingOptions(command, SettingTable.TranscriptOptions);
        command.SetAction((parsed, cancellationToken) => RunAsync(
            parsed.GetRequiredValue(source),
            new TranscriptOutput(Read(parsed.GetValue(format)), parsed.GetValue(folder)),
            ConfigurationReader.ReadValid(settings.Read(parsed), surroundings),
            new LineView(new Messages(surroundings.Error), parsed.GetValue<bool>(RunOutput.Verbose)),
            surroundings,
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        string source,
        TranscriptOutput output,
        Configuration settings,
        LineView view,
        CliContext surroundings,
        CancellationToken cancellationToken)
    {
        await using var reader = new TranscriptReader(
            EngineSettings.Reader(settings), new MessageLogger(new Messages(surroundings.Error), verbose: false));
        var transcript = await reader.ReadAsync(
            source,
            settings.Get(SettingTable.Language),
            EngineSettings.Speech(settings),
            new RunProgressAdapter(new Request(source), view, finished: _ => { }),
            cancellationToken);
        foreach (var note in transcript.Notes)
            new Messages(surroundings.Error).Note(note);
        await output.WriteAsync(transcript, surroundings, cancellationToken);
        return ExitCode.Complete;
    }

    private static IReadOnlyList<TranscriptFormat> Read(string[]? given) =>
        given is null or [] ? [TranscriptFormat.PlainText]
        : Formats.Read(string.Join(',', given), out var formats) ? formats
        : throw new UsageException(
            $"format is '{string.Join(',', given)}' (from --format): expected {Formats.Expected}");
}
