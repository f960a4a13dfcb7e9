using Yttl.Core.Failures;

namespace Yttl.Core.Specs.Failures;

public sealed class DiskFullSpecs
{
    [Theory]
    [InlineData(28)] // ENOSPC
    [InlineData(122)] // EDQUOT of Linux
    [InlineData(69)] // EDQUOT of macOS
    [InlineData(unchecked((int)0x80070027))]
    [InlineData(unchecked((int)0x80070070))]
    public void A_full_disk_and_a_spent_quota_are_told_on_every_system(int code) =>
        DiskFull.IsCauseOf(new IOException("no room", code)).ShouldBeTrue();

    [Fact]
    public void Other_trouble_with_a_file_is_no_full_disk() =>
        DiskFull.IsCauseOf(new IOException("no such file", 2)).ShouldBeFalse();
}
