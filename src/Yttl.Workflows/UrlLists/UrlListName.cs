namespace Yttl.Workflows.UrlLists;

/// <summary>The name of an uploaded list, which its results are called by.</summary>
public static class UrlListName
{
    /// <summary>
    /// Whether results may be called by it. In an address a segment of dots leads out of the container, and into one that
    /// whoever uploads lists has no business with.
    /// </summary>
    public static bool IsPlain(string name) =>
        name.Length > 0
        && !name.Any(c => char.IsControl(c) || c is '\\')
        && name.Split('/').All(segment => segment.Trim('.', ' ').Length > 0);
}
