using System.CommandLine;

namespace Yttl.Cli.Commands;

internal static class TranscriptCommand
{
    public static Command Create(Surroundings surroundings)
    {
        var source = new Argument<string>("SOURCE") { Description = "An address, a media file or a caption file" };
        var command = new Command("transcript", "Write the transcript alone, from captions") { source };
        command.SetAction(_ => surroundings.Output is null ? 1 : throw new NotImplementedException());
        return command;
    }
}
