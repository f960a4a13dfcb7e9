using Yttl.Cli.Terminal;
using Yttl.Workflows.Runs;

namespace Yttl.Cli.Runs;

/// <summary>
/// Writes the paths of written files to stdout, one per line. Each is written at once, so that a pipe can use it; where
/// bars share the terminal, the paths follow after them.
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
