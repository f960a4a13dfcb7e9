using System.Globalization;
using System.IO.Enumeration;
using System.Text.Json;
using Yttl.Core.Failures;

namespace Yttl.LocalEngine.Storage;

/// <summary>The file of a run record.</summary>
/// <param name="Modified">In UTC.</param>
/// <param name="Length">Bytes.</param>
internal readonly record struct RunFile(string Path, DateTimeOffset Modified, long Length)
{
    /// <summary>What is appended to the name of a file that is set aside because its checksum is wrong.</summary>
    public const string DamagedExtension = ".damaged";

    public string Name => System.IO.Path.GetFileName(Path);

    /// <summary>Changes whenever the record changes, which is replaced as a whole.</summary>
    public string Stamp => string.Create(CultureInfo.InvariantCulture, $"{Modified.UtcTicks}-{Length}");

    /// <returns>Empty where the folder does not exist.</returns>
    public static IReadOnlyList<RunFile> In(string folder)
    {
        if (!Directory.Exists(folder))
            return [];
        var options = new EnumerationOptions { IgnoreInaccessible = false, AttributesToSkip = 0 };
        return
        [
            .. new FileSystemEnumerable<RunFile>(
                folder,
                (ref entry) => new RunFile(entry.ToFullPath(), entry.LastWriteTimeUtc, entry.Length),
                options)
            {
                ShouldIncludePredicate = (ref entry) => entry.FileName.EndsWith(".json", StringComparison.Ordinal),
            },
        ];
    }

    /// <summary>Reads a record; both values are null where the file does not exist or was just deleted.</summary>
    /// <param name="setAside">
    /// Whether a record whose checksum is wrong is renamed, so that it is told once: the caller tells the problem.
    /// </param>
    /// <remarks>A record is small: reading it takes less time than handing the work to another thread.</remarks>
    public static (RunRecord? Record, string? Problem) Read(string path, bool setAside = false)
    {
        try
        {
            if (!CheckedJson.TryRead(File.ReadAllBytes(path), out var json))
                return (null, Damaged(path, setAside));
            var record = JsonSerializer.Deserialize(json, LocalJson.Default.RunRecord);
            return (record, record is null ? $"The run record '{path}' is empty." : null);
        }
        catch (Exception absent) when (absent is FileNotFoundException or DirectoryNotFoundException)
        {
            return (null, null);
        }
        catch (Exception problem) when (problem is JsonException or IOException or UnauthorizedAccessException)
        {
            return (null, $"The run record '{path}' cannot be read: {FileReason.Format(problem)}");
        }
    }

    private static string Damaged(string path, bool setAside)
    {
        if (!setAside)
            return $"The run record '{path}' is damaged and is not used.";
        var aside = path + DamagedExtension;
        File.Move(path, aside, overwrite: true);
        return $"The run record '{path}' is damaged. It is set aside as '{System.IO.Path.GetFileName(aside)}'; "
            + "repeat the run's command to record it again.";
    }
}
