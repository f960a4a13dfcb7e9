using Xunit.Abstractions;
using Yttl.Core.Languages;
using Yttl.Core.Sources;
using Yttl.Core.Sources.Files;
using Yttl.TestKit.Fuzzing;

namespace Yttl.Core.Specs.Fuzzing;

/// <summary>What people type, and what pages list.</summary>
public sealed class SourceFuzzSpecs(ITestOutputHelper output)
{
    [Fact]
    public void A_source_is_read_or_refused_and_its_own_text_names_it_again() => Check(
        "source",
        FuzzBytes.Of(
            "https://www.youtube.com/watch?v=dQw4w9WgXcQ&list=PL0123456789abcdef&t=7s", "youtu.be/dQw4w9WgXcQ?si=x",
            "dQw4w9WgXcQ",
            "https://www.youtube.com/attribution_link?u=%2Fwatch%3Fv%3DdQw4w9WgXcQ",
            "PL0123456789abcdef0123456789abcdef",
            "https://consent.youtube.com/m?continue=https%3A%2F%2Fyoutu.be%2FdQw4w9WgXcQ",
            "https://user@example.org:8080/a%20b?c=d#e",
            "file:///talks/a%20talk.mp4", "talks/talk.mkv", "captions.en.vtt", "https://[::1]/x",
            "https://müller.example/ü"),
        FuzzBytes.Of(
            "https://", "http:", "file:///", "youtube.com/", "youtu.be/", "watch?v=", "&list=", "shorts/", "playlist?",
            "attribution_link?u=",
            "continue=", "//", "/", "..", "?", "#", "@", ":80", "[::1]", "dQw4w9WgXcQ", ".vtt", "xn--", "\\\\", "C:\\"),
        FuzzBytes.Of("file:///%00"),
        input =>
        {
            var (source, failure) = SourceText.Read(FuzzBytes.Text(input), _ => false, _ => false);
            (source is null).ShouldBe(failure is not null);
            if (source is null)
                return false;
            source.IsList(true);
            SourceText.Read(source.ToString(), _ => false, _ => false).Source.ShouldBe(source);
            return true;
        });

    [Fact]
    public void A_language_is_read_or_refused_and_its_own_text_names_it_again() => Check(
        "language tag",
        FuzzBytes.Of("en", "pt-BR", "zh_Hans", "eng", "en-orig", "de-DE-1996", " sr-Latn "),
        FuzzBytes.Of("en", "-", "_", "BR", "Hans", "x", "orig", " ", "und", "i-klingon", "zho"),
        [],
        input =>
        {
            var text = FuzzBytes.Text(input);
            _ = MediaLanguage.Read(text)?.Primary;
            if (!LanguageTag.TryParse(text, out var tag))
                return false;
            LanguageTag.Parse(tag.ToString(), null).ShouldBe(tag);
            return true;
        });

    private void Check(
        string name,
        IReadOnlyList<byte[]> seeds,
        IReadOnlyList<byte[]> words,
        IReadOnlyList<byte[]> found,
        Func<byte[], bool> read) =>
        Fuzz.Check(new FuzzTarget(name, seeds, words, read) { Found = found }, output);
}
