using System.Buffers.Binary;
using System.Security.Cryptography;
using Yttl.Core.Failures;
using Yttl.Core.Text;

namespace Yttl.Core.Sources.Files;

/// <summary>Identifies a file by its content, of any type.</summary>
internal static class FileContent
{
    private const int SampleSize = 64 * 1024;

    /// <summary>
    /// Returns a name for reports: the file's own, made safe, and six hexadecimal digits of a SHA-256 of its size and
    /// 64 KiB each from the beginning, the middle and the end. Moving or copying the file changes nothing, and a film
    /// of 50 GB takes no longer than a clip. The parts of a playlist count as well, each in the same way.
    /// </summary>
    /// <exception cref="YttlException">
    /// <c>file.missing</c>, <c>file.directory</c>, <c>file.unreadable</c>, <c>file.empty</c>; none is transient.
    /// </exception>
    public static string Identify(string path)
    {
        // Programs would read a report's name that begins with a dash as an option.
        var stem = FileSafe.Stem(Path.GetFileNameWithoutExtension(path).TrimStart('-')) ?? "video";
        return $"{stem}-{FileSafe.Hash([.. Samples(path), .. Playlist.PartsOf(path).SelectMany(SamplesOfPart)])}";
    }

    /// <summary>
    /// Returns 64 hexadecimal digits that change with the file, even outside the samples, because they include its time
    /// of change. Null where the file cannot be read; opening it later reports that.
    /// </summary>
    public static string? Revision(string path)
    {
        try
        {
            var parts = Playlist.PartsOf(path).SelectMany<string, byte>(part => [.. Changed(part), .. SamplesOfPart(part)]);
            return Convert.ToHexStringLower(SHA256.HashData([.. Changed(path), .. Samples(path), .. parts]));
        }
        catch (YttlException)
        {
            return null;
        }
    }

    private static byte[] Changed(string path)
    {
        var changed = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(changed, File.GetLastWriteTimeUtc(path).Ticks);
        return changed;
    }

    /// <summary>Of a part that is missing or empty: nothing, until it is there. Where it must be read, that says more.</summary>
    private static byte[] SamplesOfPart(string path)
    {
        try
        {
            return SHA256.HashData(Samples(path));
        }
        catch (YttlException)
        {
            return [];
        }
    }

    private static byte[] Samples(string path)
    {
        try
        {
            using var file = RegularFile.OpenRead(path);
            var size = file.Length;
            if (size is 0)
                throw new YttlException(
                    FailureCategory.Input, "file.empty", $"{PlainText.OneLine(path)} is empty: copy or download it again");

            using var samples = new MemoryStream();
            var head = new byte[sizeof(long)];
            BinaryPrimitives.WriteInt64LittleEndian(head, size);
            samples.Write(head);
            long[] starts = [0, (size - SampleSize) / 2, size - SampleSize];
            foreach (var start in starts.Select(start => Math.Max(0, start)).Distinct())
                samples.Write(Sample(file, start));
            return samples.ToArray();
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException or NotSupportedException)
        {
            throw FileReason.Unreadable(path, e, hint: " (URLs start with https://)");
        }
    }

    private static ReadOnlySpan<byte> Sample(FileStream file, long start)
    {
        var sample = new byte[SampleSize];
        file.Position = start;
        return sample.AsSpan(0, file.ReadAtLeast(sample, SampleSize, throwOnEndOfStream: false));
    }
}
