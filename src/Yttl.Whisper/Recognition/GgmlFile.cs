using System.Text;

namespace Yttl.Whisper.Recognition;

/// <summary>
/// Validates a model file against content that crashes whisper.cpp: it trusts the lengths in a file, and a process that
/// crashes in native code cannot report why. The format is that of <c>whisper_model_load</c> in
/// https://github.com/ggml-org/whisper.cpp/blob/master/src/whisper.cpp: header, mel filters, vocabulary, tensors.
/// </summary>
internal static class GgmlFile
{
    private const uint Magic = 0x67676d6c;
    private const int Parameters = 11;
    private const int MostDimensions = 4;
    private const int TensorHeader = 3 * sizeof(int);
    private const int LongestName = 1024;

    /// <summary>
    /// Bytes and numbers per block, by <c>ggml_type</c>; quantised types have 32 or 256 numbers per block.
    /// </summary>
    private static readonly Dictionary<int, (int Bytes, int Numbers)> Types = new()
    {
        [0] = (4, 1), [1] = (2, 1), [30] = (2, 1),
        [2] = (18, 32), [3] = (20, 32), [6] = (22, 32), [7] = (24, 32), [8] = (34, 32),
        [10] = (84, 256), [11] = (110, 256), [12] = (144, 256), [13] = (176, 256), [14] = (210, 256),
    };

    /// <returns>The problem, as the end of a sentence; null for a valid file.</returns>
    public static string? Problem(Stream file)
    {
        using var reader = new BinaryReader(file, Encoding.UTF8, leaveOpen: true);
        try
        {
            return reader.ReadUInt32() != Magic
                ? "it does not start like one (bad magic)"
                : Header(reader) ?? Vocabulary(reader) ?? Tensors(reader);
        }
        catch (EndOfStreamException)
        {
            return "it ends too early, like an incomplete download";
        }
    }

    private static string? Header(BinaryReader reader)
    {
        Skip(reader, Parameters * sizeof(int));
        var (mels, bins) = (reader.ReadInt32(), reader.ReadInt32());
        if (mels < 0 || bins < 0)
            return $"its mel filters are {mels} by {bins}";
        Skip(reader, (long)mels * bins * sizeof(float));
        return null;
    }

    private static string? Vocabulary(BinaryReader reader)
    {
        var words = reader.ReadInt32();
        for (var i = 0; i < words; i++)
        {
            var length = reader.ReadUInt32();
            if (length > LongestName)
                return $"word {i} of its vocabulary has {length} bytes";
            Skip(reader, length);
        }

        return null;
    }

    private static string? Tensors(BinaryReader reader)
    {
        while (Left(reader) >= TensorHeader)
        {
            var (dimensions, length, type) = (reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32());
            if (dimensions is < 0 or > MostDimensions || length is < 0 or > LongestName)
                return $"it has a tensor of {dimensions} dimensions with a name of {length} bytes";
            var numbers = Int128.One;
            for (var i = 0; i < dimensions; i++)
            {
                var size = reader.ReadInt32();
                if (size < 0)
                    return $"it has a tensor of {size} rows";
                numbers *= size;
            }

            Skip(reader, length);
            // A type of a later whisper.cpp: its size is unknown, so the rest cannot be checked.
            if (!Types.TryGetValue(type, out var block))
                return null;
            Skip(reader, numbers / block.Numbers * block.Bytes);
        }

        return null;
    }

    private static void Skip(BinaryReader reader, Int128 bytes)
    {
        if (bytes > Left(reader))
            throw new EndOfStreamException();
        reader.BaseStream.Seek((long)bytes, SeekOrigin.Current);
    }

    private static long Left(BinaryReader reader) => reader.BaseStream.Length - reader.BaseStream.Position;
}
