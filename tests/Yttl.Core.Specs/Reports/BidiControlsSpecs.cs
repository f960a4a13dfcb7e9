using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using Yttl.Core.Captions;
using Yttl.Core.Reports.Formats;
using Yttl.Core.Reports.Writing;
using Yttl.Core.Text;

namespace Yttl.Core.Specs.Reports;

/// <summary>Titles, captions and summaries of strangers turn no text but their own.</summary>
public sealed class BidiControlsSpecs
{
    private const string Letters = "ab \n\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069\u200F";

    [Theory]
    [InlineData("a\u202Egnp.exe", "agnp.exe")]
    [InlineData("\u202A\u202Bx\u202C", "\u202Bx\u202C")]
    [InlineData("x\u202C\u2069y", "xy")]
    [InlineData("\u2067x", "x")]
    [InlineData("\u2066\u202Ex\u2069y", "\u2066x\u2069y")]
    [InlineData("\u2066x\u202Cy\u2069", "\u2066xy\u2069")]
    [InlineData("\u202Ex\ny\u202C", "x\ny")]
    [InlineData("\u2068x\u2028y\u2069", "x\u2028y")]
    public void A_control_without_a_partner_goes(string text, string balanced) => BidiControls.Balance(text).ShouldBe(balanced);

    [Theory]
    [InlineData("plain")]
    [InlineData("\u200Fשלום\u200E \u061Cمرحبا")]
    [InlineData("\u202Bשלום\u202C and \u2067مرحبا\u2069")]
    [InlineData("\u2068a \u202Bb\u202C c\u2069")]
    public void Pairs_and_marks_stay(string text) => BidiControls.Balance(text).ShouldBeSameAs(text);

    [Fact]
    public void What_is_left_is_balanced_in_every_line_and_nothing_else_is_lost() =>
        Prop.ForAll(
            Gen.Elements(Letters.ToCharArray()).ArrayOf().Select(letters => new string(letters)).ToArbitrary(),
            text =>
            {
                var balanced = BidiControls.Balance(text);
                return balanced.Split('\n').All(IsBalanced)
                    && BidiControls.Balance(balanced) == balanced
                    && Bare(balanced) == Bare(text);
            }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_hundred_thousand_of_them_take_no_time() =>
        BidiControls.Balance(new string('\u2066', 100_000) + "x" + new string('\u202C', 100_000)).ShouldBe("x");

    [Theory]
    [InlineData("html")]
    [InlineData("md")]
    [InlineData("json")]
    [InlineData("srt")]
    [InlineData("vtt")]
    public async Task No_report_holds_one_without_a_partner(string format)
    {
        var report = SampleReports.Small();
        report = report with
        {
            Video = report.Video with { Title = "Invoice \u202Efdp.exe", Channel = "\u2067Channel" },
            Overall = report.Overall with { Summary = "The talk \u202Dis about\u202C \u202E rain." },
            Notes = ["\u2066A note"],
            Transcript = report.Transcript with
            {
                Cues = [new Cue(TimeSpan.Zero, TimeSpan.FromSeconds(2), "First \u202Eline\nsecond\u202C line \u2069")],
            },
        };
        using var output = new MemoryStream();

        await ReportFormat.All.Single(one => one.Name == format)
            .WriteAsync(report, "/", output, CancellationToken.None);

        var text = Encoding.UTF8.GetString(output.ToArray());
        text.ReplaceLineEndings("\n").Split('\n').ShouldAllBe(line => IsBalanced(Decoded(line)));
        if (format is "md" or "html" or "json")
            Decoded(text).ShouldContain("\u202Dis about\u202C");
    }

    [Fact]
    public void A_transcript_as_text_holds_none()
    {
        var output = new StringWriter();

        PlainTextTranscript.Write([new Cue(TimeSpan.Zero, TimeSpan.FromSeconds(2), "First \u202Eline")], output);

        output.ToString().ShouldBe("First line\n");
    }

    /// <summary>HTML has references for some of them, and JSON escapes.</summary>
    private static string Decoded(string text) =>
        Regex.Replace(
            WebUtility.HtmlDecode(text),
            @"\\u(20[26][0-9A-Fa-f])",
            match => $"{(char)int.Parse(match.Groups[1].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture)}");

    private static string Bare(string text) =>
        string.Concat(text.Where(letter => letter is not ((>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069'))));

    /// <summary>By the definition: pairs nest, and an embedding ends where it began.</summary>
    private static bool IsBalanced(string line)
    {
        var open = new Stack<bool>();
        foreach (var letter in line)
        {
            if (letter is '\u202A' or '\u202B' or '\u202D' or '\u202E' or '\u2066' or '\u2067' or '\u2068')
                open.Push(letter >= '\u2066');
            else if (letter is '\u202C' or '\u2069' && (!open.TryPop(out var isIsolate) || isIsolate != (letter is '\u2069')))
                return false;
        }

        return open.Count == 0;
    }
}
