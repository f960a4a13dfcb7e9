using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Yttl.TestKit;
using Yttl.TestKit.Tones;

namespace Yttl.FakeTools;

/// <summary>
/// What a spec has in store for the calls of one model: a folder with a file for each, in their order. Whichever server
/// takes a file away answers, or dies in the middle of its answer; the next one, started in its place, finds one less.
/// </summary>
internal sealed class Fates(string folder)
{
    public RecognizerAnswer Next(RecognizerCall call)
    {
        var taken = Path.Combine(folder, $"{Environment.ProcessId}-{call.Number}");
        foreach (var file in Directory.GetFiles(folder, "*" + FakeWhisper.Coming).Order(StringComparer.Ordinal))
        {
            try
            {
                File.Move(file, taken);
            }
            catch (FileNotFoundException)
            {
                // Another server was faster.
                continue;
            }

            var fate = File.ReadAllText(taken);
            return fate == FakeWhisper.Answer ? RecognizerAnswer.Heard : Death(fate);
        }

        return RecognizerAnswer.Heard;
    }

    private static RecognizerAnswer Death(string death) => new(async (_, context) =>
    {
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync("""{"task":"transcribe","text":" """, context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
        if (death == FakeWhisper.Kill)
            Process.GetCurrentProcess().Kill();
        else
            Environment.Exit(int.Parse(death, CultureInfo.InvariantCulture));
    });
}
