using System.Text;
using Xunit.Abstractions;
using Yttl.Cli.Failures;
using Yttl.Cli.Hosting;
using Yttl.Cli.Runs;
using Yttl.Cli.Settings;
using Yttl.Core.Settings;
using Yttl.TestKit;
using Yttl.TestKit.Fuzzing;

namespace Yttl.Cli.Specs.Fuzzing;

/// <summary>Files that the user names, or that came with a folder.</summary>
public sealed class InputFuzzSpecs(ITestOutputHelper output) : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_configuration_is_read_or_its_problems_are_named() => Check(
        "yttl.json",
        FuzzBytes.Of(
            """
            {
              // comments are welcome
              "length": "short", "max_concurrent_llm": 7, "retry_base_delay": 0.5, "playlist": true, "out": "talks",
              "format": ["html", "md"], "language": "pt-BR", "llm_base_url": "http://localhost:8080/v1",
            }
            """),
        [
            .. FuzzBytes.Of(
                "{", "}", "[", "]", ":", ",", "\"", "//", "/*", "*/", "null", "true", "1", "\"x\"", "\"\\ud800\": 1,"),
            .. SettingTable.All.Select(setting => Encoding.UTF8.GetBytes($"\"{setting.Key}\": ")),
        ],
        input =>
        {
            var layer = FileLayer.Parse(input, "yttl.json", fromProjectFile: input.Length % 2 == 0);
            var configuration = Configuration.Resolve(Hosts.CommandLine, [layer]);
            return layer.Problems.Count == 0;
        },
        [
            .. FuzzBytes.Of("{\"out\":\"\\ud800\"}", "{\"\\ud800\":1}", "{\"format\":[\"\\ud800\"]}"),
            Encoding.Latin1.GetBytes("{\"out\":\"\u00FF\"}"),
            ManySettings(),
        ]);

    [Fact]
    public void A_list_of_sources_is_read_line_by_line() => Check(
        "list of sources",
        FuzzBytes.Of("\uFEFF# talks\r\n\r\n  https://x.test/#t=5  \r\n-odd.vtt\nyoutu.be/dQw4w9WgXcQ\n-odd.vtt\n"),
        FuzzBytes.Of("#", "\n", "\r\n", " ", "https://x.test/", "a.vtt", "-", "\t"),
        input =>
        {
            var text = FuzzBytes.Text(input);
            var list = BatchFile.Parse(text, "list.txt");
            (list.Sources.Count + list.Problems.Count + list.Notes.Count)
                .ShouldBeLessThanOrEqualTo(text.Count(letter => letter == '\n') + 1);
            return list.Sources.Count > 0;
        });

    [Fact]
    public void A_prompt_file_is_read_or_refused() => Check(
        "prompt file",
        FuzzBytes.Of("Name every speaker.\n", "\uFEFFSchreib für Kinder.\n"),
        FuzzBytes.Of("word ", "\n", " ", "ä", "日本"),
        input =>
        {
            var path = _folder.PathOf("prompt.txt");
            File.WriteAllBytes(path, input);
            return PromptFile.Read(path, fromProjectFile: false) is { Length: > 0 };
        });

    private void Check(
        string name,
        IReadOnlyList<byte[]> seeds,
        IReadOnlyList<byte[]> words,
        Func<byte[], bool> read,
        IReadOnlyList<byte[]>? found = null) =>
        Fuzz.Check(
            new FuzzTarget(name, seeds, words, read)
            {
                Found = found ?? [],
                IsRefusal = problem => problem is UsageException,
            },
            output);

    /// <summary>Each was once looked for among all before it.</summary>
    private static byte[] ManySettings() => Encoding.UTF8.GetBytes(
        "{" + string.Join(',', Enumerable.Range(0, 6000).Select(number => $"\"{number}\":1")) + "}");
}
