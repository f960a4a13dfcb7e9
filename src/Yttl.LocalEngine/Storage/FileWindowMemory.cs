using System.Text.Json;
using Yttl.Core.Providers.Limits;

namespace Yttl.LocalEngine.Storage;

/// <summary>Stores the congestion windows of all providers in one small file in the home folder.</summary>
internal sealed class FileWindowMemory(string home) : IWindowMemory
{
    private const int Most = 100;

    private readonly Lock _lock = new();
    private readonly string _path = Path.Combine(home, "windows.json");

    public int? Recall(string provider) =>
        Read().TryGetValue(provider, out var window) && window >= 1 ? window : null;

    public void Keep(string provider, int window)
    {
        lock (_lock)
        {
            var windows = Read();
            // More providers than in actual use: the stored windows are obsolete.
            if (windows.Count >= Most)
                windows.Clear();
            windows[provider] = window;
            Write(windows);
        }
    }

    private void Write(Dictionary<string, int> windows)
    {
        var staged = $"{_path}.{Path.GetRandomFileName()}.tmp";
        try
        {
            Directory.CreateDirectory(home);
            File.WriteAllBytes(
                staged, CheckedJson.Write(JsonSerializer.SerializeToUtf8Bytes(windows, LocalJson.Default.DictionaryStringInt32)));
            File.Move(staged, _path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Not stored: the window is measured again in the next run.
        }
    }

    private Dictionary<string, int> Read()
    {
        try
        {
            // What is damaged is measured again in the next run.
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
