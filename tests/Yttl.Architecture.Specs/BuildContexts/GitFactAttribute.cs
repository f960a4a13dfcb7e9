using Yttl.TestKit;

namespace Yttl.Architecture.Specs.BuildContexts;

/// <summary>A spec that asks git; it is skipped, with the reason, without git or outside a clone.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class GitFactAttribute : FactAttribute
{
    public GitFactAttribute()
    {
        if (Core.Processes.ToolPath.Find("git") is null || !Path.Exists(Repository.PathOf(".git")))
            Skip = "needs git and a clone";
    }
}
