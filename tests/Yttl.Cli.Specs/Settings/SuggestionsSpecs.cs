using FsCheck;
using FsCheck.Fluent;
using Yttl.Cli.Settings;
using Yttl.Core.Chunking;
using Yttl.Core.Hardware;
using Yttl.Core.Providers;
using Yttl.Core.Settings;
using Yttl.Core.Speech;
using Yttl.Core.Summaries;
using Yttl.LocalEngine.Settings;

namespace Yttl.Cli.Specs.Settings;

public sealed class SuggestionsSpecs
{
    private const long Megabyte = 1024 * 1024;

    private static readonly SpeechSettings Own = SpeechOf(ProviderTable.Local, null, "base");

    [Fact]
    public void Every_machine_gets_values_that_their_settings_accept_with_a_reason_for_each() =>
        Check(machine => Suggestions.For(Facts(machine)).ShouldAllBe(
            suggestion => suggestion.Setting.Accepts(suggestion.Value) && suggestion.Reason.Length > 0));

    [Fact]
    public void Threads_of_all_workers_are_never_more_than_cores_nor_models_more_than_memory_holds() =>
        Check(machine =>
        {
            var suggestions = Suggestions.For(Facts(machine));
            var workers = Number(suggestions, SpeechSettingTable.MaxConcurrent);
            var limit = Number(suggestions, SpeechSettingTable.MemoryLimit);
            var inUse = SpeechCapacity.OfLocal(machine, workers, WhisperModelMemory.Estimate("base"), limit);

            inUse.Chunks.Workers.ShouldBe(workers);
            (workers * inUse.Threads).ShouldBeLessThanOrEqualTo((int)machine.Cores);
            if (workers > 1)
                (workers * WhisperModelMemory.Estimate("base")).ShouldBeLessThanOrEqualTo(
                    machine.Gpu?.FreeMemory ?? limit * Megabyte);
        });

    [Fact]
    public void What_is_suggested_is_what_auto_does_under_the_same_limit() =>
        Check(machine =>
        {
            var suggestions = Suggestions.For(Facts(machine));
            var limit = Number(suggestions, SpeechSettingTable.MemoryLimit);

            Number(suggestions, SpeechSettingTable.MaxConcurrent).ShouldBe(
                SpeechCapacity.OfLocal(machine, null, WhisperModelMemory.Estimate("base"), limit).Chunks.Workers);
        });

    [Theory]
    [InlineData(8, 16_000, "2", "adaptive")]
    [InlineData(16, 64_000, "4", "adaptive")]
    [InlineData(2, 600, "1", "adaptive")]
    [InlineData(2, 500, "1", "memory_optimized")]
    public void Workers_and_strategy_follow_cores_and_memory(
        double cores, long megabytes, string workers, string strategy)
    {
        var suggestions = Suggestions.For(Facts(new HardwareInfo(cores, megabytes * Megabyte, null)));

        Value(suggestions, SpeechSettingTable.MaxConcurrent).ShouldBe(workers);
        Value(suggestions, SpeechSettingTable.Strategy).ShouldBe(strategy);
    }

    [Fact]
    public void A_graphics_card_is_named_in_the_reason()
    {
        var card = new GpuInfo("NVIDIA L4", 24_000 * Megabyte, 20_480 * Megabyte);

        Suggestions.For(Facts(new HardwareInfo(8, 16_000 * Megabyte, card)))
            .Single(suggestion => suggestion.Setting == SpeechSettingTable.MaxConcurrent)
            .Reason
            .ShouldBe("2 × 4 threads on 8 cores, and 388 MB for each one's model base on NVIDIA L4 with 20.0 GB free");
    }

    [Fact]
    public void A_server_program_that_is_installed_is_suggested_where_no_recogniser_is_configured()
    {
        var facts = Facts(new HardwareInfo(2, 4_000 * Megabyte, null)) with
        {
            Recognizer = null, WhisperServer = "/usr/bin/whisper-server",
        };

        Value(Suggestions.For(facts), SpeechSettingTable.Provider).ShouldBe("local");
        Suggestions.For(facts with { WhisperServer = null })
            .Select(suggestion => suggestion.Setting)
            .ShouldBe([SettingTable.LlmProvider, SettingTable.StoreLimit]);
    }

    [Theory]
    [InlineData("groq", "auto")]
    [InlineData("local", "5")]
    public void Calls_to_a_model_are_as_many_as_auto_would_make(string provider, string calls)
    {
        var model = LanguageModelSettings.Choose(provider, "http://127.0.0.1/v1", "m",
            name => name == "GROQ_API_KEY" ? "key" : null);
        var facts = Facts(new HardwareInfo(2, 4_000 * Megabyte, null)) with { LanguageModel = model };

        Value(Suggestions.For(facts), SettingTable.MaxConcurrentLlm).ShouldBe(calls);
    }

    private static void Check(Action<HardwareInfo> holds) => Prop.ForAll(
        (from cores in Gen.Choose(4, 1024)
         from memory in Gen.Choose(0, 2_000_000)
         from card in Gen.Choose(-20_000, 100_000)
         select new HardwareInfo(
             cores / 4.0,
             memory * Megabyte,
             card < 0 ? null : new GpuInfo("a card", card * Megabyte, card * Megabyte))).ToArbitrary(),
        holds).QuickCheckThrowOnFailure();

    private static MachineFacts Facts(HardwareInfo hardware) => new(
        hardware, LanguageModel: null, new RecognizerSettings(Own), WhisperServer: null, FreeDisk: 100_000 * Megabyte);

    private static SpeechSettings SpeechOf(string provider, string? address, string model) =>
        SpeechSettings.Choose(provider, address, model, _ => null)!;

    private static string Value(IEnumerable<Suggestion> suggestions, Setting setting) =>
        suggestions.Single(suggestion => suggestion.Setting == setting).Value;

    private static int Number(IEnumerable<Suggestion> suggestions, Setting setting) =>
        int.Parse(Value(suggestions, setting), System.Globalization.CultureInfo.InvariantCulture);
}
