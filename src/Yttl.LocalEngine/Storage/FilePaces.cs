using Yttl.Core.Measuring;
using Yttl.Core.Performance;

namespace Yttl.LocalEngine.Storage;

/// <summary>Stores how long the answers of each language model took when they were last measured, in milliseconds.</summary>
internal sealed class FilePaces(string home)
{
    private readonly StoredNumbers _paces = new(home, "paces.json");

    public TimeSpan? Recall(string provider, string model) =>
        _paces.Find(Name(provider, model)) is { } milliseconds ? TimeSpan.FromMilliseconds(milliseconds) : null;

    /// <summary>Never throws.</summary>
    public void Keep(IEnumerable<StepRecord> steps)
    {
        foreach (var (provider, model, each) in CallPace.Measure(steps))
            _paces.Keep(Name(provider, model), Math.Max(1, (int)Math.Min(int.MaxValue, each.TotalMilliseconds)));
    }

    private static string Name(string provider, string model) => $"{provider} {model}";
}
