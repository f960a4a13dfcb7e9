using Yttl.Workflows.Seam;

namespace Yttl.Web.Runs;

/// <summary>The furthest progress of a run. News may come out of order, from several threads: what is shown never falls.</summary>
internal sealed class HighWater
{
    private readonly Lock _oneAtATime = new();
    private RunProgress? _furthest;

    /// <summary>Null before the first step.</summary>
    public RunProgress? Furthest
    {
        get
        {
            lock (_oneAtATime)
                return _furthest;
        }
    }

    /// <returns>Whether anything that is shown has changed.</returns>
    public bool Take(RunProgress progress)
    {
        lock (_oneAtATime)
        {
            var (before, title) = (_furthest, progress.Title ?? _furthest?.Title);
            _furthest = before is null || (progress.Phase, progress.Done).CompareTo((before.Phase, before.Done)) >= 0
                ? progress with { Title = title }
                : before with { Title = title };
            return _furthest != before;
        }
    }
}
