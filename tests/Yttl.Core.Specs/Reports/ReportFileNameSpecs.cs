using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Yttl.Core.Reports;

namespace Yttl.Core.Specs.Reports;

public sealed class ReportFileNameSpecs
{
    [Theory]
    [InlineData("dQw4w9WgXcQ")]
    [InlineData("lecture 3 (2024) 東京 ñ עברית")]
    [InlineData("می‌خواهم")]
    [InlineData("a.b_c-d")]
    public void An_id_that_can_be_a_name_is_the_name(string id) => ReportFileName.For(id).ShouldBe(id);

    [Theory]
    [InlineData("-Qw4w9WgXc_", "Qw4w9WgXc_-")]
    [InlineData("../../etc/passwd", "_.._etc_passwd-")]
    [InlineData("..", "video-")]
    [InlineData("", "video-")]
    [InlineData("a/b\\c:d", "a_b_c_d-")]
    [InlineData("nul.txt", "_nul.txt-")]
    [InlineData("COM1", "_COM1-")]
    [InlineData("line\nbreak\0", "line_break_-")]
    [InlineData("\u202Egpj.exe", "_gpj.exe-")]
    [InlineData("ends.", "ends-")]
    public void Any_other_gets_a_safe_name_with_a_mark_of_its_own(string id, string start)
    {
        var name = ReportFileName.For(id);
        name.ShouldStartWith(start);
        name.Length.ShouldBe(start.Length + 8);
    }

    [Fact]
    public void A_long_id_is_cut_between_characters()
    {
        var name = ReportFileName.For(string.Concat(Enumerable.Repeat("👩‍👩‍👧", 50)));
        Encoding.UTF8.GetByteCount(name).ShouldBeLessThanOrEqualTo(ReportFileName.MaxBytes);
        name[..^9].ShouldEndWith("👧");
    }

    [Fact]
    public void Every_id_gets_a_name_that_every_file_system_takes() =>
        Prop.ForAll(Gen.Elements("-", ".", "/", "\\", "\0", "\n", " ", "a", "é", "😀", "\ud800", "\u0301", "CON", "漢字漢字漢字漢字漢字")
            .ListOf().Select(string.Concat).ToArbitrary(), id =>
        {
            var name = ReportFileName.For(id);
            return name.Length > 0 && name[0] is not ('-' or '.' or ' ') && name[^1] is not ('.' or ' ')
                && name.IndexOfAny(['/', '\\', '\0', '\n']) < 0
                && Encoding.UTF8.GetByteCount(name) <= ReportFileName.MaxBytes;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Ids_that_differ_never_share_a_name()
    {
        string[] ids = ["a/b", "a_b", "a\\b", "-a", "a", ".a", "a.", "", "video", ".", "..", new('x', 200), new('x', 201)];
        ids.Select(ReportFileName.For).ShouldBeUnique();
    }
}
