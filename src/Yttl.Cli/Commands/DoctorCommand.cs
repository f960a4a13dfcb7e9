using System.CommandLine;

namespace Yttl.Cli.Commands;

internal static class DoctorCommand
{
    public static Command Create(Surroundings surroundings)
    {
        var command = new Command("doctor", "Show what is installed, what is missing and how to get it");
        command.SetAction(_ => surroundings.Output is null ? 1 : throw new NotImplementedException());
        return command;
    }
}
