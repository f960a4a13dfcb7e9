using System.ComponentModel;
using Yttl.Cli.Terminal;
using Yttl.Core.Processes;

namespace Yttl.Cli.Runs;

/// <summary>Opens reports in the user's browser, for <c>--open</c>.</summary>
internal static class Browser
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(2);

    /// <summary>
    /// Opens the one HTML report, the index page of the one playlist, or the folder of several. Where nothing can be
    /// opened, this writes a note.
    /// </summary>
    public static void Open(SummaryResults results, Messages messages)
    {
        var pages = (results.Lists is [var list] && results.Videos.All(video => !video.RunId.IsRoot) ? [list] : results.Videos)
            .SelectMany(result => result.Files)
            .Where(file => file.EndsWith(".html", StringComparison.Ordinal))
            .ToList();
        if (pages.Count == 0)
            return;
        var target = pages.Count == 1 ? pages[0] : Path.GetDirectoryName(pages[0])!;
        Open(target, messages, $"open {target} yourself");
    }

    /// <param name="remedy">What to do where no browser can be started.</param>
    public static void Open(string target, Messages messages, string remedy)
    {
        try
        {
            using var opened = ChildProcess.Open(target);
            // An opener that finds no browser exits at once with an error; one that becomes the browser keeps running.
            if (opened?.WaitForExit(Soon) is true && opened.ExitCode != 0)
                messages.Note($"no browser could be started: {remedy}");
        }
        catch (Exception problem) when (problem is Win32Exception or FileNotFoundException)
        {
            messages.Note($"no browser could be started: {remedy}");
        }
    }
}
