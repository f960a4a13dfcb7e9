using System.Runtime.InteropServices;
using Yttl.Cli.Hosting;
using Yttl.Core.Failures;
using Yttl.Core.ModelServers;
using Yttl.Core.Processes;
using Yttl.Core.Settings;
using Yttl.Core.Summaries;

namespace Yttl.Cli.Checkups;

/// <summary>Looks at everything that YTTL needs on this machine.</summary>
internal static class Checkup
{
    /// <summary>
    /// Media files need these; yt-dlp and a JavaScript runtime are for sites.
    /// </summary>
    private static readonly string[] Required = ["ffmpeg", "ffprobe"];

    public static async Task<IReadOnlyList<Finding>> RunAsync(
        Configuration settings, CancellationToken cancellationToken)
    {
        var probe = new ToolProbe(new ProcessRunner(), settings.Tools(), TimeProvider.System);
        var tools = await probe.CheckAllAsync(cancellationToken);
        return
        [
            new Finding(
                ".NET",
                Health.Ok,
                $"{RuntimeInformation.FrameworkDescription} on {RuntimeInformation.RuntimeIdentifier}",
                null),
            .. tools.Select(check => Finding.Of(check, Required.Contains(check.Name))),
            Speech(settings),
            Model(settings),
            HomeFolder.Check(Composition.Home(settings)),
        ];
    }

    private static Finding Speech(Configuration settings)
    {
        const string Name = "speech";
        const string Remedy = "set up a recogniser: docs/speech.md";
        try
        {
            if (Composition.Recognizer(settings) is not { } recognizer)
                return new Finding(Name, Health.Attention, "no recogniser: videos need captions", Remedy);
            var isHere = recognizer.Speech.BaseUrl is null;
            var server = WhisperServerProgram.FindTool(recognizer.Server);
            return isHere && ToolPath.Find(server) is null
                ? new Finding(Name, Health.Missing, $"{recognizer.Speech}: {server} is not installed", Remedy)
                : new Finding(Name, Health.Ok, isHere ? $"{recognizer.Speech} by {server}" : recognizer.Speech.ToString(), null);
        }
        catch (YttlException e)
        {
            return new Finding(Name, Health.Missing, e.Message, "correct the configuration: yttl config show");
        }
    }

    private static Finding Model(Configuration settings)
    {
        const string Name = "summaries";
        try
        {
            return Composition.Model(settings) switch
            {
                null => new Finding(
                    Name, Health.Ok, "extractive: the speakers' own sentences, no model and no key", null),
                { BaseUrl: null } own => OwnModel(own),
                var model => new Finding(Name, Health.Ok, model.ToString(), null),
            };
        }
        catch (YttlException e)
        {
            return new Finding(Name, Health.Missing, e.Message, "correct the configuration: yttl config show");
        }

        Finding OwnModel(LanguageModelSettings model)
        {
            LocalModel.Check(model, settings);
            var server = settings.Get(LocalModelSettingTable.Server);
            var isHere = File.Exists(model.Model)
                || File.Exists(Path.Combine(Composition.Home(settings), "models", model.Model));
            return new Finding(
                Name, Health.Ok, $"{model} by {server}{(isHere ? "" : ", downloaded when first it is used")}", null);
        }
    }
}
