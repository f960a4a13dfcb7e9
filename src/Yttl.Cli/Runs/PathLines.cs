using Yttl.Cli.Terminal;
using Yttl.Workflows.Runs;

namespace Yttl.Cli.Runs;

/// <summary>
/// The paths of what was written, one a line on stdout: as soon as they are there, so that a pipe can go on with them,
/// but after the bars where both would share one terminal.
/// </summary>
internal sealed class PathLines(CliContext surroundings, bool silent)
{
    private readonly Lock _oneAtATime = new();
    private readonly List<string> _waiting = [];

    public void Add(VideoResult result)
    {
        lock (_oneAtATime)
        {
            _waiting.AddRange(result.Files);
            if (!surroundings.OutputIsScreen)
                Flush();
        }
    }

    public void Flush()
    {
        lock (_oneAtATime)
        {
            foreach (var path in silent ? [] : _waiting)
                surroundings.Output.WriteLine(SafeText.Line(path));
            _waiting.Clear();
            surroundings.Output.Flush();
        }
    }
}
