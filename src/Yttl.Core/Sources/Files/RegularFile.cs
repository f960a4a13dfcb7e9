using System.Formats.Tar;

namespace Yttl.Core.Sources.Files;

/// <summary>Opens files, and nothing that looks like one.</summary>
internal static class RegularFile
{
    /// <summary>
    /// Opens a file for reading. A named pipe is not opened, because that would wait for whoever writes to it.
    /// </summary>
    /// <exception cref="IOException">
    /// It is a pipe, a socket or a device; and as <see cref="File.OpenRead"/>.
    /// </exception>
    public static FileStream OpenRead(string path)
    {
        var target = File.ResolveLinkTarget(path, returnFinalTarget: true) ?? new FileInfo(path);
        if (target is FileInfo { Exists: true, Length: 0 } && !IsRegular(target.FullName))
            throw new IOException("it is a pipe, a socket or a device and not a file");
        return File.OpenRead(path);
    }

    /// <summary>
    /// .NET tells the type of a file nowhere but in the header of an archive. Asked of files without length only, as
    /// all pipes are, so that there is no content to be copied.
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
