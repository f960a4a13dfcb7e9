using Yttl.Core.Hardware;
using Yttl.Core.Summaries;
using Yttl.LocalEngine.Settings;

namespace Yttl.Cli.Settings;

/// <summary>What suggestions rest on.</summary>
/// <param name="LanguageModel">As configured; null for the extractive summariser.</param>
/// <param name="Recognizer">As configured; null where nobody is.</param>
/// <param name="WhisperServer">A program that recognises speech and is installed; null for none.</param>
/// <param name="FreeDisk">In bytes, where runs are stored.</param>
internal sealed record MachineFacts(
    HardwareInfo Hardware,
    LanguageModelSettings? LanguageModel,
    RecognizerSettings? Recognizer,
    string? WhisperServer,
    long FreeDisk);
