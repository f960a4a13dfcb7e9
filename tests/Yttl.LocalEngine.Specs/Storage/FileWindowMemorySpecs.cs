using Yttl.LocalEngine.Storage;
using Yttl.TestKit;

namespace Yttl.LocalEngine.Specs.Storage;

public sealed class FileWindowMemorySpecs : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_window_is_known_to_the_next_process_for_its_provider_alone()
    {
        Memory().Keep("openai", 23);
        Memory().Keep("groq", 4);

        Memory().Recall("openai").ShouldBe(23);
        Memory().Recall("groq").ShouldBe(4);
        Memory().Recall("azure").ShouldBeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"openai\":")]
    [InlineData("{\"openai\":\"many\"}")]
    [InlineData("{\"openai\":-3}")]
    [InlineData("null")]
    public void A_damaged_file_knows_nothing_and_is_replaced(string content)
    {
        Directory.CreateDirectory(_folder.PathOf("home"));
        File.WriteAllText(_folder.PathOf("home/windows.json"), content);

        Memory().Recall("openai").ShouldBeNull();
        Memory().Keep("openai", 7);
        Memory().Recall("openai").ShouldBe(7);
    }

    [Fact]
    public void A_window_with_an_edited_digit_is_not_used_and_one_of_an_earlier_version_is()
    {
        Memory().Keep("openai", 23);
        var path = _folder.PathOf("home/windows.json");
        var edited = File.ReadAllText(path).Replace("23", "53", StringComparison.Ordinal);
        File.WriteAllText(path, edited);
        Memory().Recall("openai").ShouldBeNull();

        File.WriteAllText(path, "{\"openai\":23}");

        Memory().Recall("openai").ShouldBe(23);
    }

    private FileWindowMemory Memory() => new(_folder.PathOf("home"));
}
