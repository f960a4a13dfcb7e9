using Yttl.TestKit;

namespace Yttl.Cli.Specs.EndToEnd;

/// <summary>A folder of another's: its <c>yttl.json</c> gets no key, no file and no place of the user's.</summary>
public sealed class HostileFolderSpecs : IDisposable
{
    private readonly YttlProcess _yttl = new();
    private readonly TempFolder _outside = new();

    public HostileFolderSpecs() => _yttl.Folder.Write("talk.vtt", CaptionFiles.WebVtt(minutes: 1));

    public void Dispose()
    {
        _yttl.Dispose();
        _outside.Dispose();
    }

    [Fact]
    public async Task A_key_of_the_users_is_not_sent_to_an_address_of_the_folders()
    {
        _yttl.Environment["OPENAI_API_KEY"] = "sk-users";
        _yttl.Folder.Write("yttl.json", """{ "llm_base_url": "http://127.1:9/v1", "llm_provider": "openai" }""");

        var ran = await _yttl.RunAsync("talk.vtt");

        ran.ExitCode.ShouldBe(2);
        ran.ErrorLines.ShouldHaveSingleItem().ShouldBe(
            "yttl: OPENAI_API_KEY is not sent to http://127.1:9/v1: ./yttl.json names this address, and may come from others. "
            + "Where you trust it, give --llm-base-url http://127.1:9/v1; else remove llm_base_url from the file");
    }

    [UnixFact]
    public async Task Links_lead_neither_to_a_private_file_nor_to_another_folder()
    {
        _outside.Write("private.key", "-----BEGIN PRIVATE KEY-----");
        File.CreateSymbolicLink(_yttl.Folder.PathOf("lnk"), _outside.PathOf("private.key"));
        File.CreateSymbolicLink(_yttl.Folder.PathOf("lnkdir"), _outside.Path);
        _yttl.Folder.Write("yttl.json", """{ "prompt_file": "lnk", "out": "lnkdir/below" }""");

        var ran = await _yttl.RunAsync("talk.vtt");

        ran.ExitCode.ShouldBe(2);
        ran.ErrorLines.ShouldBe(
        [
            "yttl: prompt_file is not taken from ./yttl.json, which may come from others: use YTTL_PROMPT_FILE",
            "yttl: out is not taken from ./yttl.json, which may come from others: use YTTL_OUT",
        ]);
        Directory.GetFileSystemEntries(_outside.Path).Length.ShouldBe(1);
    }

    [Fact]
    public async Task What_lies_in_the_folder_works()
    {
        _yttl.Folder.Write("prompt.txt", "Be brief.");
        _yttl.Folder.Write("yttl.json", """{ "prompt_file": "prompt.txt", "out": "reports" }""");

        (await _yttl.RunAsync("talk.vtt")).ExitCode.ShouldBe(0);
        Directory.GetFiles(_yttl.Folder.PathOf("reports")).ShouldHaveSingleItem();
    }
}
