using Yttl.Core.Hardware;
using Yttl.Core.Summaries;
using Yttl.LocalEngine.Settings;

namespace Yttl.Cli.Settings;

/// <summary>The facts that suggestions are based on.</summary>
/// <param name="LanguageModel">As configured; null for the extractive summariser.</param>
/// <param name="Recognizer">As configured; null where no recogniser is.</param>
/// <param name="WhisperServer">An installed program that recognises speech; null where there is none.</param>
/// <param name="FreeDisk">In bytes, on the disk where runs are stored.</param>
internal sealed record MachineFacts(
    HardwareInfo Hardware,
    LanguageModelSettings? LanguageModel,
    RecognizerSettings? Recognizer,
    string? WhisperServer,
    long FreeDisk);
