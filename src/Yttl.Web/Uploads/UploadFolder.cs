using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Yttl.Core.Failures;
using Yttl.Core.Sources;

namespace Yttl.Web.Uploads;

/// <summary>
/// Files that the page sends: <c>HOME/uploads/HASH/NAME</c>. They are streamed to the disk, under a bound, and are there
/// as a whole or not at all. The same content under the same name is one file.
/// </summary>
/// <param name="folder">Created at the first upload.</param>
/// <param name="most">Bytes of one file.</param>
internal sealed class UploadFolder(string folder, long most = UploadFolder.Largest)
{
    /// <summary>About ten hours of film. A larger file is named by its path.</summary>
    internal const long Largest = 16L << 30;

    /// <summary>Bytes that are left on the disk for the work on it.</summary>
    private const long Spare = 256L << 20;

    private const string PartExtension = ".part";
    private const int LongestName = 120;

    /// <summary>In bytes of UTF-8: file systems take no longer name.</summary>
    private const int MostNameBytes = 255;

    private const int HashDigits = 16;
    private const int BufferSize = 128 * 1024;

    /// <summary>What playlists begin with, and what is near the beginning of those in XML.</summary>
    private static readonly string[] Beginnings = ["#EXTM3U", "ffconcat", "[playlist]", "[Reference]"];

    private static readonly string[] Elements = ["<MPD", "<playlist", "<smil", "<asx", "<rss"];

    /// <summary>Deletes what a process that was killed left half-written. No upload may be under way.</summary>
    public void Sweep()
    {
        if (Directory.Exists(folder))
            foreach (var part in Directory.EnumerateFiles(folder, "*" + PartExtension))
                File.Delete(part);
    }

    /// <summary>Deletes a file of this folder; any other is left alone.</summary>
    public void Delete(string path)
    {
        if (Path.GetDirectoryName(path) is { } place && Path.GetDirectoryName(place) == folder && File.Exists(path))
        {
            File.Delete(path);
            if (!Directory.EnumerateFileSystemEntries(place).Any())
                Directory.Delete(place);
        }
    }

    /// <param name="name">As the page has it; only its last part counts.</param>
    /// <param name="length">Bytes that are announced; null where they are not.</param>
    /// <returns>The full path.</returns>
    /// <exception cref="YttlException">
    /// <c>upload.name</c>, <c>upload.playlist</c>, <c>upload.empty</c>, <c>upload.too-large</c>, <c>upload.cut</c>,
    /// <c>upload.no-room</c>, <c>upload.write</c>. Nothing of it is kept.
    /// </exception>
    public async Task<string> ReceiveAsync(string? name, long? length, Stream content, CancellationToken cancellationToken)
    {
        var file = NameOf(name);
        if (length > most)
            throw TooLarge();
        try
        {
            Directory.CreateDirectory(folder);
            var room = Math.Max(0, new DriveInfo(folder).AvailableFreeSpace - Spare);
            if (length > room)
                throw NoRoom();
            var staged = Path.Combine(folder, Path.GetRandomFileName() + PartExtension);
            try
            {
                var hash = await CopyAsync(content, staged, length, room, cancellationToken);
                var path = Path.Combine(Directory.CreateDirectory(Path.Combine(folder, hash)).FullName, file);
                File.Move(staged, path, overwrite: true);
                return path;
            }
            finally
            {
                File.Delete(staged);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new YttlException(
                FailureCategory.Processing, "upload.write", $"the file could not be stored: {FileReason.FormatWithPath(e)}", inner: e);
        }
    }

    private async Task<string> CopyAsync(
        Stream content, string staged, long? length, long room, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            await using var file = new FileStream(staged, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
            var written = 0L;
            while (await ReadAsync(content, buffer, cancellationToken) is > 0 and var read)
            {
                if (written is 0 && IsPlaylist(buffer.AsSpan(0, read)))
                    throw NoRecording("it lists other files");
                written += read;
                if (written > most)
                    throw TooLarge();
                if (written > room)
                    throw NoRoom();
                hash.AppendData(buffer, 0, read);
                await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            }

            if (written is 0)
                throw new YttlException(FailureCategory.Input, "upload.empty", "the file has no bytes: choose another");
            if (length is { } announced && announced != written)
                throw Cut();
            return Convert.ToHexStringLower(hash.GetHashAndReset())[..HashDigits];
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static async Task<int> ReadAsync(Stream content, byte[] buffer, CancellationToken cancellationToken)
    {
        try
        {
            return await content.ReadAtLeastAsync(buffer, BufferSize, throwOnEndOfStream: false, cancellationToken);
        }
        catch (IOException e)
        {
            throw Cut(e);
        }
    }

    private static string NameOf(string? name)
    {
        var file = (name ?? "").Split('/', '\\')[^1].Trim();
        if (file.Length is 0 or > LongestName || Encoding.UTF8.GetByteCount(file) > MostNameBytes
            || file.Any(char.IsControl) || file.Trim('.').Length is 0)
            throw new YttlException(
                FailureCategory.Input,
                "upload.name",
                $"give the name of the file, of at most {LongestName} letters and {MostNameBytes} bytes, as ?name=…");
        return MediaFile.IsNameOfOne(file) || CaptionFile.IsNameOfOne(file)
            ? file
            : throw NoRecording("its name is that of no recording and no captions");
    }

    /// <summary>A playlist could name any file of this machine.</summary>
    private static bool IsPlaylist(ReadOnlySpan<byte> start)
    {
        var text = Encoding.UTF8.GetString(start[..Math.Min(start.Length, 1024)]).TrimStart('\uFEFF').TrimStart();
        return Beginnings.Any(mark => text.StartsWith(mark, StringComparison.OrdinalIgnoreCase))
            || (text.StartsWith('<') && Elements.Any(mark => text.Contains(mark, StringComparison.OrdinalIgnoreCase)));
    }

    private static YttlException NoRecording(string reason) => new(
        FailureCategory.Input, "upload.playlist", $"the file cannot be taken: {reason}; send a video, a sound or a caption file");

    private YttlException TooLarge() => new(
        FailureCategory.Input,
        "upload.too-large",
        string.Create(CultureInfo.InvariantCulture, $"the file is larger than {most / (double)(1L << 30):0.##} GB: give its path instead"));

    private static YttlException NoRoom() => new(
        FailureCategory.Processing, "upload.no-room",
        "the disk of YTTL_HOME has no room for the file: make room, or give its path instead");

    private static YttlException Cut(Exception? inner = null) => new(
        FailureCategory.Network, "upload.cut", "not all of the file came: send it again", inner: inner);
}
