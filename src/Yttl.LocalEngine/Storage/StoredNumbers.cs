using System.Text.Json;

namespace Yttl.LocalEngine.Storage;

/// <summary>
/// Whole numbers of at least 1 by name, in one small file of the home folder. What cannot be stored or read is measured
/// again in the next run.
/// </summary>
internal sealed class StoredNumbers(string home, string file)
{
    private const int Most = 100;

    private readonly Lock _lock = new();
    private readonly string _path = Path.Combine(home, file);

    public int? Find(string name) => Read().TryGetValue(name, out var number) && number >= 1 ? number : null;

    public void Keep(string name, int number)
    {
        lock (_lock)
        {
            var numbers = Read();
            // More names than are in actual use: the stored numbers are obsolete.
            if (numbers.Count >= Most)
                numbers.Clear();
            numbers[name] = number;
            Write(numbers);
        }
    }

    private void Write(Dictionary<string, int> numbers)
    {
        var staged = $"{_path}.{Path.GetRandomFileName()}.tmp";
        try
        {
            Directory.CreateDirectory(home);
            File.WriteAllBytes(
                staged, CheckedJson.Write(JsonSerializer.SerializeToUtf8Bytes(numbers, LocalJson.Default.DictionaryStringInt32)));
            File.Move(staged, _path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Not stored.
        }
    }

    private Dictionary<string, int> Read()
    {
        try
        {
            return CheckedJson.TryRead(File.ReadAllBytes(_path), out var json)
                ? JsonSerializer.Deserialize(json, LocalJson.Default.DictionaryStringInt32) ?? []
                : [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            return [];
        }
    }
}
