using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Yttl.Core.Failures;
using Yttl.Core.Measuring;
using Yttl.Core.Processes;
using Yttl.Core.Providers;
using Yttl.Core.Providers.Limits;

namespace Yttl.Core.Summaries.Commands;

/// <summary>
/// A model behind a program of the user's, such as an agent with a subscription: it reads a prompt on stdin and writes the
/// answer on stdout. One instance per process: its runs share one limit, and are repeated where that helps.
/// </summary>
/// <remarks>
/// The prompt holds the words of strangers, and an agent may act on them. So the program runs without a shell, in an empty
/// folder that is deleted afterwards, with few variables (<see cref="PassedVariables"/>), for a limited time
/// (<see cref="RetrySettings.AttemptTimeout"/>) and with a bounded answer; what it may do beside that is for its own
/// switches. Its tokens are unknown, and so is their cost.
/// </remarks>
public sealed partial class CommandLanguageModel : ILanguageModel, IDisposable
{
    /// <summary>In bytes. A summary has a few thousand letters; a program that writes more does not answer the prompt.</summary>
    public const int AnswerLimit = 256 * 1024;

    private const int LongestQuote = 200;

    private readonly LanguageModelSettings _settings;
    private readonly ScratchSpace _scratch;
    private readonly AdaptiveLimiter _limiter;
    private readonly CallRetry _retry;
    private readonly ProcessRunner _processes = new();
    private readonly IReadOnlyDictionary<string, string> _variables;

    /// <param name="settings">Have a command.</param>
    /// <param name="scratch">Has the folder of each run.</param>
    public CommandLanguageModel(LanguageModelSettings settings, ScratchSpace scratch, TimeProvider time)
        : this(settings, scratch, time, PassedVariables.OfAgents.Read())
    {
    }

    /// <param name="variables">The variables of the program.</param>
    internal CommandLanguageModel(
        LanguageModelSettings settings,
        ScratchSpace scratch,
        TimeProvider time,
        IReadOnlyDictionary<string, string> variables)
    {
        _settings = settings;
        _scratch = scratch;
        _limiter = AdaptiveLimiter.Exactly(settings.MaxConcurrent, time);
        _retry = new CallRetry(settings.Retry, _limiter, TimedOut, time, Random.Shared.NextDouble, settings.Provider);
        // An answer is text: colours in it would be noise.
        _variables = new Dictionary<string, string>(variables) { ["NO_COLOR"] = "1" };
    }

    /// <summary>Refuses a program that is not there, before anything is started.</summary>
    /// <exception cref="YttlException"><c>model.command-missing</c>.</exception>
    public static void Check(string program)
    {
        if (ToolPath.Find(program) is null)
            throw Missing(program);
    }

    public Task<Completion> CompleteAsync(Prompt prompt, CancellationToken cancellationToken) =>
        _retry.RunAsync(_limiter.NextTurn(prompt.Video), token => AttemptAsync(prompt, token), cancellationToken);

    public void Dispose() => _limiter.Dispose();

    private async Task<Completion> AttemptAsync(Prompt prompt, CancellationToken cancellationToken)
    {
        using var folder = _scratch.NewFolder();
        var input = $"{prompt.System}\n\n{prompt.User}\n";
        CallTracker.Current?.Sent(
            _settings.Row.TelemetryName, _settings.Capability.Operation, _settings.Model, Encoding.UTF8.GetByteCount(input));
        var call = new ToolCall(_settings.Command[0], [.. _settings.Command.Skip(1)], Timeout: null)
        {
            Input = input,
            OutputLimit = AnswerLimit,
            Folder = folder.Path,
            Variables = _variables,
        };
        ToolResult end;
        try
        {
            end = await _processes.RunAsync(call, cancellationToken);
        }
        catch (YttlException e) when (e.Failure.Code is ToolFailures.MissingCode or ToolFailures.UnusableCode)
        {
            throw Missing(_settings.Command[0], e);
        }
        catch (YttlException e) when (e.Failure.Code is ToolFailures.OutputCode)
        {
            throw TooLong(e);
        }

        if (end.ExitCode != 0)
            throw Failed(end);
        var text = Escape().Replace(end.Output, "").Trim();
        return text.Length > 0 ? new Completion(text, default) : throw Empty(end);
    }

    /// <summary>The same for every text: the extractive summariser stands in.</summary>
    private static YttlException Missing(string program, Exception? inner = null) => new(
        FailureCategory.Input,
        "model.command-missing",
        $"there is no program {program}: install it, or correct {SettingName.For("llm_command")}",
        inner: inner);

    /// <summary>What fails behind an agent is nearly always its sign-in or its connection: another text fares no better.</summary>
    private YttlException Failed(ToolResult end) => new(
        FailureCategory.Network,
        "model.command-failed",
        string.Create(CultureInfo.InvariantCulture, $"{_settings.Model} failed (exit code {end.ExitCode}){Said(end)}: ")
        + "run it by itself once, where it may ask to sign in",
        transient: true);

    private YttlException Empty(ToolResult end) => new(
        FailureCategory.Api,
        "model.bad-output",
        $"{_settings.Model} wrote nothing to stdout{Said(end)}: "
        + $"give it the switch that prints its answer and ends ({SettingName.For("llm_command")})",
        transient: true);

    private YttlException TooLong(Exception inner) => new(
        FailureCategory.Api,
        "model.bad-output",
        string.Create(CultureInfo.InvariantCulture, $"{_settings.Model} wrote more than {AnswerLimit / 1024} KB and was stopped: ")
        + $"give it the switch that prints only its answer ({SettingName.For("llm_command")})",
        inner: inner);

    /// <summary>Final: a program that waits for a person waits each time.</summary>
    private YttlException TimedOut() => new(
        FailureCategory.Network,
        "model.timeout",
        string.Create(
            CultureInfo.InvariantCulture,
            $"{_settings.Model} did not end within {_settings.Retry.AttemptTimeout.TotalSeconds:0.#} s and was stopped: ")
        + $"give it the switch that answers without asking ({SettingName.For("llm_command")}), "
        + "or raise YTTL_RETRY_ATTEMPT_TIMEOUT");

    private static string Said(ToolResult end)
    {
        var words = Spaces().Replace(Escape().Replace(end.ErrorTail, ""), " ").Trim();
        return words.Length == 0 ? ""
            : $", saying '{(words.Length > LongestQuote ? "…" + words[^LongestQuote..] : words)}'";
    }

    /// <summary>The colours and movements of a terminal, which some programs write into a pipe too.</summary>
    [GeneratedRegex(@"\x1B(\[[0-?]*[ -/]*[@-~]|\][^\x07\x1B]*(\x07|\x1B\\)|[@-Z\\-_])")]
    private static partial Regex Escape();

    [GeneratedRegex(@"[\s\p{Cc}\p{Cs}]+")]
    private static partial Regex Spaces();
}
