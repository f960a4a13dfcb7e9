using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Yttl.Core.Sources;

namespace Yttl.Core.Specs.Sources;

public sealed class FileSafeSpecs
{
    [Fact]
    public void Any_name_becomes_one_that_every_file_system_takes()
    {
        Prop.ForAll<string>(text =>
            {
                var id = FileSafe.Id(text ?? "");
                return id.Length > 0
                    && Encoding.UTF8.GetByteCount(id) <= 80 + 7
                    && id.IndexOfAny(['/', '\\', ':', '*', '?', '"', '<', '>', '|', ' ', '%', '\0', '\n']) < 0
                    && id[0] is not '.' && id[^1] is not '.';
            })
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Different_unsafe_ids_stay_different()
    {
        FileSafe.Id("a/b").ShouldNotBe(FileSafe.Id("a:b"));
    }

    [Fact]
    public void A_long_name_is_cut_between_characters()
    {
        var stem = FileSafe.Stem(string.Concat(Enumerable.Repeat("日本語", 20)))!;

        Encoding.UTF8.GetByteCount(stem).ShouldBe(78);
        stem.ShouldNotContain('\ufffd');
    }

    [Fact]
    public void A_composed_and_a_decomposed_name_are_the_same()
    {
        FileSafe.Stem("Ta\u0308g").ShouldBe("Täg");
    }
}
