namespace Yttl.Workflows.UrlLists;

/// <summary>The name of an uploaded list. Its results have the same name.</summary>
public static class UrlListName
{
    /// <summary>
    /// Whether results may have this name. In an address, a segment of dots leads out of the container into another
    /// one, to which uploaders have no access.
    /// </summary>
    public static bool IsPlain(string name) =>
        name.Length > 0
        && !name.Any(c => char.IsControl(c) || c is '\\')
        && name.Split('/').All(segment => segment.Trim('.', ' ').Length > 0);
}
