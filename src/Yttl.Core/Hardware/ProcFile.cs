using System.Globalization;

namespace Yttl.Core.Hardware;

/// <summary>
/// Files of <c>/proc</c> and <c>/sys</c>: https://www.kernel.org/doc/html/latest/filesystems/proc.html. Any may be absent,
/// and what belongs to a process may be gone between being listed and being read.
/// </summary>
internal static class ProcFile
{
    /// <returns>Nothing where there is no such file.</returns>
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

    /// <summary>The number after a name, in bytes where it is given in kB.</summary>
    /// <param name="name">With its colon, where it has one.</param>
    /// <returns>Null where it is not there.</returns>
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
