using System.Globalization;

namespace Yttl.Core.Hardware;

/// <summary>
/// Reads files of <c>/proc</c> and <c>/sys</c>: https://www.kernel.org/doc/html/latest/filesystems/proc.html. Any file
/// may be absent, and those of a process may disappear between listing and reading.
/// </summary>
internal static class ProcFile
{
    /// <returns>The file's lines; empty where it cannot be read.</returns>
    public static IReadOnlyList<string> Lines(string path)
    {
        try
        {
            return File.ReadAllLines(path);
        }
        catch (Exception absent) when (absent is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <summary>Returns the number after a name; a value in kB is converted to bytes.</summary>
    /// <param name="name">Name, including its colon where it has one.</param>
    /// <returns>Null where the name is absent.</returns>
    public static long? Field(string path, string name)
    {
        foreach (var line in Lines(path))
        {
            if (line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) is [var key, var number, .. var unit]
                && key == name
                && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var value))
                return unit is ["kB", ..] ? value * 1024 : value;
        }

        return null;
    }
}
