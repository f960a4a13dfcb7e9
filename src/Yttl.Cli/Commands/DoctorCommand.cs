using System.CommandLine;
using System.Text.Json;
using Yttl.Cli.Doctor;
using Yttl.Cli.Failures;
using Yttl.Cli.Json;
using Yttl.Cli.Settings;
using Yttl.Cli.Terminal;
using Yttl.Core.Processes;
using Yttl.Core.Settings;

namespace Yttl.Cli.Commands;

internal static class DoctorCommand
{
    public static Command Create(CliContext surroundings)
    {
        var json = JsonOption.Create();
        var command = new Command("doctor", "Show what is installed, what is missing and how to get it") { json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var settings = ConfigurationReader.ReadValid(Layer.Empty, surroundings);
            var findings = await DoctorCheck.RunAsync(settings, cancellationToken);
            var document = CheckupDocument.From(findings);
            if (parsed.GetValue(json))
                surroundings.Output.WriteLine(JsonSerializer.Serialize(document, CliJson.Readable.CheckupDocument));
            else
                WriteText(findings, surroundings);
            return document.IsReady ? ExitCode.Complete : ExitCode.Failed;
        });
        return command;
    }

    /// <summary>The remedies stand below the table, where their commands can be copied.</summary>
    private static void WriteText(IReadOnlyList<DoctorResult> findings, CliContext surroundings)
    {
        Table.Write(
            surroundings,
            ["State", "What", "Found"],
            findings.Select(Row));
        foreach (var line in findings.SelectMany(finding => Remedy(finding, surroundings)))
            surroundings.Output.WriteLine(line);
    }

    private static IReadOnlyList<string> Remedy(DoctorResult finding, CliContext surroundings)
    {
        if (finding.Remedy is null)
            return [];
        var width = surroundings.OutputIsScreen ? surroundings.OutputWidth : int.MaxValue;
        var lines = TextWrap.Lines(SafeText.Line($"{finding.Name}: {finding.Remedy}"), width, "  ");
        return lines.Count > 1 && ToolRemedy.IsCommand(finding.Remedy)
            ? [$"{finding.Name}:", .. TextWrap.Command(SafeText.Line(finding.Remedy), width - 2).Select(part => $"  {part}")]
            : lines;
    }

    private static string[] Row(DoctorResult finding) =>
        [CliJson.TextOf(finding.Health, CliJson.Default.Health), finding.Name, finding.Detail];
}
