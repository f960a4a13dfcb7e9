using Yttl.Core.Failures;
using Yttl.Core.Text;

namespace Yttl.Core.Reports.Writing;

/// <summary>Why files could not be written, in one line with what to do next.</summary>
public static class OutputFailure
{
    public static Failure From(Exception exception, string folder)
    {
        var shown = PlainText.OneLine(folder);
        return DiskFull.IsCauseOf(exception)
            ? new(FailureCategory.Processing, "output.disk-full",
                $"The disk is full: the report could not be written to '{shown}'. "
                + $"Make room, or choose another folder with {SettingName.For("out")}, and run the same command again.")
            : new(FailureCategory.Input, "output.unwritable",
                $"The report could not be written to '{shown}': {PlainText.OneLine(exception.Message)?.TrimEnd('.')}. "
                + $"Choose another folder with {SettingName.For("out")}.");
    }
}
