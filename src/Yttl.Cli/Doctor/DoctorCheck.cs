using System.Runtime.InteropServices;
using Yttl.Cli.Hosting;
using Yttl.Core.Failures;
using Yttl.Core.ModelServers;
using Yttl.Core.Processes;
using Yttl.Core.Providers;
using Yttl.Core.Settings;
using Yttl.Core.Summaries;
using Yttl.Core.Summaries.Commands;

namespace Yttl.Cli.Doctor;

/// <summary>Checks everything that YTTL needs on this machine.</summary>
internal static class DoctorCheck
{
    /// <summary>Media files need these programs. Only sites need yt-dlp and a JavaScript runtime.</summary>
    private static readonly string[] Required = ["ffmpeg", "ffprobe"];

    public static async Task<IReadOnlyList<DoctorResult>> RunAsync(
        Configuration settings, CancellationToken cancellationToken)
    {
        var probe = new ToolProbe(new ProcessRunner(), settings.Tools(), TimeProvider.System);
        var tools = await probe.CheckAllAsync(cancellationToken);
        return
        [
            new DoctorResult(
                ".NET",
                Health.Ok,
                $"{RuntimeInformation.FrameworkDescription} on {RuntimeInformation.RuntimeIdentifier}",
                null),
            .. tools.Select(check => DoctorResult.From(check, Required.Contains(check.Name))),
            Speech(settings),
            Model(settings),
            HomeFolder.Check(EngineSettings.Home(settings)),
        ];
    }

    private static DoctorResult Speech(Configuration settings)
    {
        const string Name = "speech";
        const string Guide = "https://github.com/ggml-org/whisper.cpp";
        const string Remedy = $"set OPENAI_API_KEY or GROQ_API_KEY, or install whisper.cpp ({Guide})";
        try
        {
            if (EngineSettings.Recognizer(settings) is not { } recognizer)
                return new DoctorResult(Name, Health.Missing, "no recogniser: videos need captions", Remedy);
            var isHere = recognizer.Speech.BaseUrl is null;
            var server = WhisperServerProgram.FindTool(recognizer.Server);
            return isHere && ToolPath.Find(server) is null
                ? new DoctorResult(Name, Health.Missing, $"{recognizer.Speech}: {server} is not installed", Remedy, IsRequired: true)
                : new DoctorResult(Name, Health.Ok, isHere ? $"{recognizer.Speech} by {server}" : recognizer.Speech.ToString(), null);
        }
        catch (YttlException e)
        {
            return new DoctorResult(Name, Health.Missing, e.Message, "correct the configuration: yttl config show", IsRequired: true);
        }
    }

    private static DoctorResult Model(Configuration settings)
    {
        const string Name = "summaries";
        try
        {
            return EngineSettings.Model(settings) switch
            {
                null => new DoctorResult(
                    Name,
                    Health.Ok,
                    "extractive: the speakers' own sentences, no model and no key"
                    + (settings.Get(SettingTable.LlmProvider) == ProviderTable.Auto
                        ? $"; for a model set OPENAI_API_KEY or another provider's key, or give {SettingTable.LlmCommand.Flag}"
                        : ""),
                    null),
                { IsOwnServer: true } own => OwnModel(own),
                { Command: [var program, ..] } command => Program(program, command),
                var model => new DoctorResult(Name, Health.Ok, model.ToString(), null),
            };
        }
        catch (YttlException e)
        {
            return new DoctorResult(Name, Health.Missing, e.Message, "correct the configuration: yttl config show", IsRequired: true);
        }

        static DoctorResult Program(string program, LanguageModelSettings command)
        {
            CommandLanguageModel.Check(program);
            return new DoctorResult(Name, Health.Ok, $"{command}: {ToolPath.Find(program)}", null);
        }

        DoctorResult OwnModel(LanguageModelSettings model)
        {
            LocalModel.Check(model, settings);
            var server = settings.Get(LocalModelSettingTable.Server);
            var isHere = File.Exists(model.Model)
                || File.Exists(Path.Combine(EngineSettings.Home(settings), "models", model.Model));
            return new DoctorResult(
                Name, Health.Ok, $"{model} by {server}{(isHere ? "" : ", downloaded when first it is used")}", null);
        }
    }
}
