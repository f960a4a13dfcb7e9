using System.Globalization;
using Yttl.Core.Chunking;
using Yttl.Core.Hardware;
using Yttl.Core.Providers;
using Yttl.Core.Settings;
using Yttl.Core.Speech;

namespace Yttl.Cli.Settings;

/// <summary>
/// Values for a machine, from the same functions that <c>auto</c> uses during a run. Setting them fixes values that
/// <c>auto</c> would choose anew from what is free.
/// </summary>
internal static class Suggestions
{
    private const long Megabyte = 1024 * 1024;
    private const double Gigabyte = 1024 * Megabyte;

    /// <summary>In the order of the table of settings.</summary>
    public static IReadOnlyList<Suggestion> For(MachineFacts facts) =>
        [.. Summaries(facts), .. Speech(facts), Store(facts.FreeDisk)];

    private static IEnumerable<Suggestion> Summaries(MachineFacts facts)
    {
        if (facts.LanguageModel is not { } model)
        {
            yield return new(
                SettingTable.LlmProvider, "extractive", "no provider has a key here and no local model is named");
            yield break;
        }

        yield return new(SettingTable.LlmProvider, model.Provider, $"it is what is set up: {model}");
        yield return AutoConcurrency.Find(model) is { } calls
            ? new(
                SettingTable.MaxConcurrentLlm,
                Text(calls),
                model.Provider is ProviderTable.Command ? "each call runs a program on this machine"
                    : model.IsOwnServer
                    ? "calls share one server that is started here: more of them divide its cores and its memory"
                    : "a server of your own queues what it has no room for")
            : new(
                SettingTable.MaxConcurrentLlm,
                "auto",
                $"{model.Provider} says itself how much it takes: opens at 5 and follows its answers");
    }

    private static IEnumerable<Suggestion> Speech(MachineFacts facts)
    {
        if (facts.Recognizer is { } configured)
            yield return new(
                SpeechSettingTable.Provider, configured.Speech.Provider, $"it is what is set up: {configured.Speech}");
        else if (facts.WhisperServer is { } server)
            yield return new(SpeechSettingTable.Provider, ProviderTable.Local, $"{server} is installed");
        else
            yield break;

        var speech = facts.Recognizer?.Speech ?? SpeechSettingsOfOurOwn();
        var limit = SpeechCapacity.MemoryLimitFor(facts.Hardware);
        var capacity = Capacity(facts.Hardware, speech, limit);
        yield return new(SpeechSettingTable.MaxConcurrent, Text(capacity.Chunks.Workers), Why(capacity, facts, speech));
        yield return Strategy(capacity, speech);
        yield return new(
            SpeechSettingTable.MemoryLimit,
            Text(limit),
            $"four fifths of {Size(facts.Hardware.AvailableMemory)} that are free: the rest is for ffmpeg and others");
    }

    private static SpeechCapacity Capacity(HardwareInfo hardware, SpeechSettings speech, int limit) =>
        speech.BaseUrl is null
            ? SpeechCapacity.OfLocal(hardware, null, WhisperModelMemory.Estimate(speech.Model), limit)
            : SpeechCapacity.OfRemote(hardware, null, limit);

    private static string Why(SpeechCapacity capacity, MachineFacts facts, SpeechSettings speech) =>
        speech.BaseUrl is not null
            ? $"{speech.Provider} does the work: one upload for two of {Cores(facts.Hardware)}, 2 to 8"
            : $"{Text(capacity.Chunks.Workers)} × {Text(capacity.Threads)} threads on {Cores(facts.Hardware)}, and "
                + $"{Size(WhisperModelMemory.Estimate(speech.Model))} for each one's model {speech.Model}"
                + (facts.Hardware.Gpu is { } gpu ? $" on {gpu.Name} with {Size(gpu.FreeMemory)} free" : "");

    private static Suggestion Strategy(SpeechCapacity capacity, SpeechSettings speech)
    {
        var needed = speech.Profile.MemoryPerSecond * (long)ChunkOptions.Default.FixedLength.TotalSeconds;
        return capacity.Chunks.MemoryPerWorker >= needed
            ? new(SpeechSettingTable.Strategy, "adaptive", $"there is room for {Size(needed)} of audio for each")
            : new(
                SpeechSettingTable.Strategy, "memory_optimized", $"less than {Size(needed)} is free for each's audio");
    }

    private static Suggestion Store(long freeDisk) => new(
        SettingTable.StoreLimit,
        Text((int)Math.Clamp(freeDisk / 4 / Megabyte, 1, SettingTable.StoreLimit.DefaultValue)),
        $"the smaller of {SettingTable.StoreLimit.Default} MB and a quarter of the {Size(freeDisk)} free on that disk");

    private static SpeechSettings SpeechSettingsOfOurOwn() =>
        SpeechSettings.Choose(ProviderTable.Local, baseUrl: null, model: null, readEnvironment: _ => null)!;

    private static string Cores(HardwareInfo hardware) =>
        hardware.Cores is 1 ? "1 core" : string.Create(CultureInfo.InvariantCulture, $"{hardware.Cores:0.##} cores");

    private static string Size(long bytes) => bytes < Gigabyte
        ? string.Create(CultureInfo.InvariantCulture, $"{bytes / Megabyte} MB")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes / Gigabyte:0.0} GB");

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
