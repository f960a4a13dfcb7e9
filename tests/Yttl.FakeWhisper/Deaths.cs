using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Yttl.TestKit.Tones;

namespace Yttl.FakeTools;

/// <summary>
/// What a spec has in store for the servers of one model: a folder with a file per death. Whichever server takes a file
/// away dies of it, in the middle of its answer; the next one, started in its place, finds one less.
/// </summary>
internal sealed class Deaths(string folder)
{
    /// <returns>Null where there are no more.</returns>
    public RecognizerAnswer? Next(RecognizerCall call)
    {
        var taken = Path.Combine(folder, $"{Environment.ProcessId}-{call.Number}.taken");
        foreach (var file in Directory.Exists(folder) ? Directory.GetFiles(folder, "*.death") : [])
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

            return Of(File.ReadAllText(taken));
        }

        return null;
    }

    private static RecognizerAnswer Of(string death) => new(async (_, context) =>
    {
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync("""{"task":"transcribe","text":" """, context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
        if (death == "kill")
            Process.GetCurrentProcess().Kill();
        else
            Environment.Exit(int.Parse(death, CultureInfo.InvariantCulture));
    });
}
