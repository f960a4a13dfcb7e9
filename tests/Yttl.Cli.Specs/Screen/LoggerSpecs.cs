using Microsoft.Extensions.Logging;
using Yttl.Cli.Terminal;
using Yttl.LocalEngine.Logging;

namespace Yttl.Cli.Specs.Screen;

/// <summary>What of the log reaches a user.</summary>
public sealed class LoggerSpecs
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void News_of_a_download_is_a_note_and_no_other_information_is(bool isVerbose)
    {
        using var error = new StringWriter();
        var messages = new Messages(error);
        var logger = new MessageLogger(messages, isVerbose);

        logger.Log(LogLevel.Information, new EventId(HostEvents.Downloading), "downloading", null, (text, _) => text);
        logger.Log(LogLevel.Information, new EventId(99), "tidied", null, (text, _) => text);

        error.ToString().ReplaceLineEndings("\n").ShouldBe("yttl: note: downloading\n");
    }

    [Theory]
    [InlineData(false, "")]
    [InlineData(true, "yttl: note: summarize-segment took long\n")]
    public void What_took_long_is_told_to_who_asks_for_more(bool isVerbose, string told)
    {
        using var error = new StringWriter();
        var messages = new Messages(error);
        var logger = new MessageLogger(messages, isVerbose);

        logger.Log(LogLevel.Information, new EventId(HostEvents.Slow), "summarize-segment took long", null, (text, _) => text);

        error.ToString().ReplaceLineEndings("\n").ShouldBe(told);
    }
}
