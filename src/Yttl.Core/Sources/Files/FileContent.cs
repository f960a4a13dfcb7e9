using System.Buffers.Binary;
using System.Security.Cryptography;
using Yttl.Core.Failures;
using Yttl.Core.Text;

namespace Yttl.Core.Sources.Files;

/// <summary>What can be known of a file before anything understands it.</summary>
internal static class FileContent
{
    private const int SampleSize = 64 * 1024;

    /// <summary>
    /// A name for reports: the file's own, made safe, and six hexadecimal digits of what is in it. Those are of a
    /// SHA-256 over the size and 64 KiB each from the beginning, the middle and the end, so that moving or copying the
    /// file changes nothing and a film of 50 GB is no slower than a clip.
    /// </summary>
    /// <exception cref="YttlException">
    /// <c>file.missing</c>, <c>file.directory</c>, <c>file.unreadable</c>, <c>file.empty</c>; none is transient.
    /// </exception>
    public static string Identify(string path)
    {
        // A report that began with a dash would be taken for an option by every program it is given to.
        var stem = FileSafe.Stem(Path.GetFileNameWithoutExtension(path).TrimStart('-')) ?? "video";
        return $"{stem}-{FileSafe.Hash(Samples(path))}";
    }

    /// <summary>
    /// Changes when the file does, even where no sample shows it: its time of change is in it. 64 hexadecimal digits;
    /// null where the file cannot be read, which is for the one who reads it to say.
    /// </summary>
    public static string? Revision(string path)
    {
        try
        {
            var changed = new byte[sizeof(long)];
            BinaryPrimitives.WriteInt64LittleEndian(changed, File.GetLastWriteTimeUtc(path).Ticks);
            return Convert.ToHexStringLower(SHA256.HashData([.. changed, .. Samples(path)]));
        }
        catch (YttlException)
        {
            return null;
        }
    }

    private static byte[] Samples(string path)
    {
        try
        {
            using var file = RegularFile.OpenRead(path);
            var size = file.Length;
            if (size is 0)
                throw Failed("file.empty", $"{path} is empty: copy or download it again");

            using var samples = new MemoryStream();
            var head = new byte[sizeof(long)];
            BinaryPrimitives.WriteInt64LittleEndian(head, size);
            samples.Write(head);
            long[] starts = [0, (size - SampleSize) / 2, size - SampleSize];
            foreach (var start in starts.Select(start => Math.Max(0, start)).Distinct())
                samples.Write(Sample(file, start));
            return samples.ToArray();
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw Failed("file.missing", $"there is no file {path}: check its name (an address has https://)", e);
        }
        catch (UnauthorizedAccessException e) when (Directory.Exists(path))
        {
            throw Failed("file.directory", $"{path} is a folder: give a file in it", e);
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException or NotSupportedException)
        {
            throw Failed("file.unreadable", $"{path} cannot be read: {e.Message}; check its permissions", e);
        }
    }

    private static ReadOnlySpan<byte> Sample(FileStream file, long start)
    {
        var sample = new byte[SampleSize];
        file.Position = start;
        return sample.AsSpan(0, file.ReadAtLeast(sample, SampleSize, throwOnEndOfStream: false));
    }

    private static YttlException Failed(string code, string message, Exception? cause = null) =>
        new(FailureCategory.Input, code, PlainText.OneLine(message)!, inner: cause);
}
