using Yttl.TestKit;
using Yttl.Whisper.Recognition;

namespace Yttl.Whisper.Specs.Recognition;

public sealed class GgmlFileSpecs
{
    private const int Q8 = 8;

    [Fact]
    public void A_whole_model_has_no_problem() => Problem(Model()).ShouldBeNull();

    [TestDataFact]
    public void A_model_of_whisper_cpp_has_no_problem()
    {
        using var file = File.OpenRead(TestData.PathOf("models/for-tests-ggml-tiny.bin"));

        GgmlFile.Problem(file).ShouldBeNull();
    }

    [Fact]
    public void A_model_that_was_cut_off_says_so_wherever_it_was_cut()
    {
        var whole = Model();

        // The last tensor's numbers, and what comes before them but for the end of a tensor, where whisper.cpp counts.
        foreach (var length in Enumerable.Range(0, whole.Length).Except(EndsOfTensors(whole.Length)))
            Problem(whole[..length]).ShouldNotBeNull().ShouldContain("too early", customMessage: $"{length}");
    }

    [Fact]
    public void More_dimensions_than_four_are_a_problem() =>
        Problem(Model(dimensions: 5)).ShouldNotBeNull().ShouldContain("5 dimensions");

    [Fact]
    public void A_name_longer_than_any_is_a_problem() =>
        Problem(Model(nameLength: int.MaxValue)).ShouldNotBeNull().ShouldContain("2147483647 bytes");

    [Fact]
    public void Sizes_beyond_all_bounds_are_cut_off() =>
        Problem(Model(rows: int.MaxValue)).ShouldNotBeNull().ShouldContain("too early");

    [Fact]
    public void A_word_longer_than_any_is_a_problem() =>
        Problem(Model(wordLength: uint.MaxValue)).ShouldNotBeNull().ShouldContain("vocabulary");

    [Fact]
    public void What_follows_a_type_of_tomorrow_is_left_to_whisper_cpp() =>
        Problem([.. Model(type: 999), 1, 2, 3]).ShouldBeNull();

    private static string? Problem(byte[] file) => GgmlFile.Problem(new MemoryStream(file));

    /// <summary>Two tensors of 2 by 2 by 2 by 32 numbers of 8 bits: 272 bytes each, behind 12 + 16 and 4 for the name.</summary>
    private static byte[] Model(
        int dimensions = 4, int nameLength = 4, int rows = 2, uint wordLength = 2, int type = Q8)
    {
        using var file = new MemoryStream();
        using var writer = new BinaryWriter(file);
        writer.Write(0x67676d6c);
        foreach (var parameter in Enumerable.Range(1, 11))
            writer.Write(parameter);
        writer.Write(3);
        writer.Write(2);
        writer.Write(new byte[3 * 2 * sizeof(float)]);
        writer.Write(1);
        writer.Write(wordLength);
        writer.Write("hi"u8);
        for (var tensor = 0; tensor < 2; tensor++)
        {
            writer.Write(dimensions);
            writer.Write(nameLength);
            writer.Write(type);
            writer.Write(32);
            for (var i = 1; i < dimensions; i++)
                writer.Write(rows);
            writer.Write("name"u8);
            writer.Write(new byte[2 * 2 * 2 * 34]);
        }

        return file.ToArray();
    }

    private static IEnumerable<int> EndsOfTensors(int length)
    {
        const int Tensor = 12 + 16 + 4 + 272;
        return new[] { length - Tensor, length - 2 * Tensor }.SelectMany(end => Enumerable.Range(end, 12));
    }
}
