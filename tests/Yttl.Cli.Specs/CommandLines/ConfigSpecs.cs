using System.Text.Json;
using Yttl.TestKit;

namespace Yttl.Cli.Specs.CommandLines;

public sealed class ConfigSpecs : IDisposable
{
    private readonly TempFolder _home = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task A_number_is_shown_with_its_range_its_unit_and_its_default()
    {
        var ran = await new InProcess(_home.Path).RunAsync("config", "show", "--json");

        using var document = JsonDocument.Parse(ran.Output);
        var shown = document.RootElement.GetProperty("settings").GetProperty("retry_base_delay");
        shown.GetProperty("least").GetDouble().ShouldBe(0);
        shown.GetProperty("most").GetDouble().ShouldBe(30);
        shown.GetProperty("unit").GetString().ShouldBe("s");
        shown.GetProperty("default").GetString().ShouldBe("1");
        shown.GetProperty("environment").GetString().ShouldBe("YTTL_RETRY_BASE_DELAY");
    }

    [Fact]
    public async Task A_suggestion_says_what_holds_now_and_why_another_value_is_better()
    {
        var yttl = new InProcess(_home.Path);
        yttl.Environment["GROQ_API_KEY"] = "gsk-1";
        yttl.Environment["YTTL_MEMORY_LIMIT_MB"] = "300";

        var ran = await yttl.RunAsync("config", "suggest", "--json");

        ran.ExitCode.ShouldBe(0, ran.Error);
        ran.Output.ShouldNotContain("gsk-1");
        using var document = JsonDocument.Parse(ran.Output);
        document.RootElement.GetProperty("schema").GetString().ShouldBe("yttl/suggestions@1");
        document.RootElement.GetProperty("hardware").GetProperty("cores").GetDouble().ShouldBeGreaterThanOrEqualTo(1);
        var suggestions = document.RootElement.GetProperty("suggestions").EnumerateArray()
            .ToDictionary(suggestion => suggestion.GetProperty("key").GetString()!);
        suggestions["llm_provider"].GetProperty("value").GetString().ShouldBe("groq");
        suggestions["memory_limit_mb"].GetProperty("now").GetString().ShouldBe("300");
        suggestions["memory_limit_mb"].GetProperty("origin").GetString().ShouldBe("YTTL_MEMORY_LIMIT_MB");
        suggestions.Values.ShouldAllBe(suggestion => suggestion.GetProperty("reason").GetString()!.Length > 10);
    }

    [Fact]
    public async Task The_path_of_the_users_own_file_is_printed_whether_or_not_it_exists()
    {
        var yttl = new InProcess(_home.Path);

        var path = (await yttl.RunAsync("config", "path")).Output.TrimEnd();
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, """{ "length": "short" }""");

        (await yttl.RunAsync("config", "show")).Output.ShouldMatch($"(?m)^length +short +{path}$");
    }

    [Fact]
    public async Task A_mistyped_variable_stops_a_command_and_a_strange_one_is_noted()
    {
        var yttl = new InProcess(_home.Path);
        yttl.Environment["YTTL_SOMETHING_ELSE"] = "1";
        (await yttl.RunAsync("runs", "list")).ErrorLines
            .ShouldContain("yttl: note: YTTL_SOMETHING_ELSE is set, and no setting of this program");

        yttl.Environment["YTTL_LENGHT"] = "short";
        var ran = await yttl.RunAsync("summarize", "talk.vtt");

        ran.ExitCode.ShouldBe(2);
        ran.ErrorLines.ShouldContain("yttl: YTTL_LENGHT is not a setting; did you mean YTTL_LENGTH?");
    }
}
