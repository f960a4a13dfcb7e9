using System.Formats.Tar;

namespace Yttl.Core.Sources.Files;

/// <summary>Opens regular files only.</summary>
internal static class RegularFile
{
    /// <summary>Opens a file for reading. Rejects a named pipe, because opening it waits for a writer.</summary>
    /// <exception cref="IOException">
    /// The path is a pipe, a socket or a device; otherwise as <see cref="File.OpenRead"/>.
    /// </exception>
    public static FileStream OpenRead(string path)
    {
        var target = File.ResolveLinkTarget(path, returnFinalTarget: true) ?? new FileInfo(path);
        if (target is FileInfo { Exists: true, Length: 0 } && !IsRegular(target.FullName))
            throw new IOException("it is a pipe, a socket or a device and not a file");
        return File.OpenRead(path);
    }

    /// <summary>
    /// .NET gives the type of a file only in the header of an archive. Only files of zero length are checked, as all
    /// pipes have, so no content is copied.
    /// </summary>
    private static bool IsRegular(string path)
    {
        using var archive = new MemoryStream();
        using (var writer = new TarWriter(archive, TarEntryFormat.Pax, leaveOpen: true))
            writer.WriteEntry(path, "file");
        archive.Position = 0;
        using var reader = new TarReader(archive);
        return reader.GetNextEntry()?.EntryType is TarEntryType.RegularFile;
    }
}
