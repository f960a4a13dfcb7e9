using System.Globalization;
using Yttl.Core.Failures;
using Yttl.Core.ModelServers;
using Yttl.Core.Providers;
using Yttl.Core.Providers.Limits;

namespace Yttl.Core.Summaries.Chat;

/// <summary>
/// A model behind the OpenAI chat protocol, through the official client. One instance per provider and process: its
/// calls share one limit (<see cref="ProviderSettings.MaxConcurrent"/>; videos take turns), and it makes all their
/// short retries. A call that waits for its next attempt holds no slot.
/// </summary>
/// <remarks>
/// An answer that repeats itself without end is asked for once more; should that do so too, the repetition is left once, with
/// a note. An answer that reaches its limit of tokens is asked for once more with four times the limit (reasoning models
/// count their thoughts); should that be cut short too, the text ends with its last whole sentence. After one 401 every
/// later call of the run fails with the same failure and is not sent: the key does not change meanwhile. A 403 may be
/// about one model or one text, and is not remembered. A local server that was killed is given one more chance by each
/// call: memory may have been short for another program's sake. What becomes of it then is final.
/// </remarks>
public sealed class OpenAiLanguageModel : ILanguageModel, IDisposable
{
    private const int LimitGrowth = 4;

    private readonly LanguageModelSettings _settings;
    private readonly ProviderCalls<ChatCall> _calls;

    /// <param name="settings">Have an address.</param>
    /// <param name="memory">
    /// Keeps the limit that is found, also for a process that is killed later. Null: not kept.
    /// </param>
    /// <param name="news">Told of long waits; null for none.</param>
    public OpenAiLanguageModel(
        LanguageModelSettings settings, TimeProvider time, IWindowMemory? memory = null, WaitNews? news = null)
        : this(settings, time, ProviderConnection.CreateHttpClient(settings.AnswerBounds, time), Random.Shared.NextDouble, memory, news)
    {
    }

    /// <summary>A model on this machine: every attempt leases a place in a server.</summary>
    /// <param name="pool">Not disposed with this.</param>
    public OpenAiLanguageModel(IServerPool pool, LanguageModelSettings settings, TimeProvider time)
    {
        _settings = settings;
        _calls = new PooledCalls<ChatCall>(pool, settings, time, call => new ChatCall(settings, call));
    }

    /// <param name="http">Its time-out must be infinite; disposed with this.</param>
    /// <param name="random">The jitter of waits: from 0 up to, not including, 1.</param>
    internal OpenAiLanguageModel(
        LanguageModelSettings settings,
        TimeProvider time,
        HttpClient http,
        Func<double> random,
        IWindowMemory? memory = null,
        WaitNews? news = null)
    {
        _settings = settings;
        _calls = new RemoteCalls<ChatCall>(
            settings, time, http, random, memory, call => new ChatCall(settings, call), news);
    }

    public CallLoad Load => _calls.Load;

    public async Task<Completion> CompleteAsync(Prompt prompt, CancellationToken cancellationToken)
    {
        var turn = _calls.NextTurn(prompt.Video);
        var wasKilled = false;
        var answer = await AskAsync(prompt.MaxOutputTokens);
        if (answer.Repeats)
            return await AgainAsync(answer);
        if (!answer.CutShort)
            return Whole(answer, answer.Text);
        var first = SummaryText.WholeSentences(answer.Text);
        // A server that wrote this much follows no limit, and would write more under a larger one.
        if (first.Length > 0 && TokenEstimate.Estimate(answer.Text) > prompt.MaxOutputTokens * LimitGrowth)
            return Whole(answer, first);
        ChatAnswer longer;
        try
        {
            longer = await AskAsync(prompt.MaxOutputTokens * LimitGrowth);
        }
        catch (YttlException) when (first.Length > 0)
        {
            // A model that takes no larger limit rejects the call; what it wrote before is still good.
            return Whole(answer, first);
        }

        var text = longer.CutShort ? SummaryText.WholeSentences(longer.Text) : longer.Text;
        return text.Length > 0
            ? Whole(longer, text) with { Tokens = answer.Tokens + longer.Tokens }
            : throw NothingBeforeTheLimit(prompt.MaxOutputTokens * LimitGrowth);

        async Task<Completion> AgainAsync(ChatAnswer repeating)
        {
            ChatAnswer? again = null;
            try
            {
                again = await AskAsync(prompt.MaxOutputTokens);
            }
            catch (YttlException)
            {
                // What the model wrote before it repeated itself is still good.
            }

            var better = again is null || (again.Repeats && again.Text.Length < repeating.Text.Length) ? repeating : again;
            var whole = better.CutShort && SummaryText.WholeSentences(better.Text) is { Length: > 0 } sentences ? sentences : better.Text;
            return Whole(better, whole) with { Tokens = repeating.Tokens + (again?.Tokens ?? default) };
        }

        Task<ChatAnswer> AskAsync(int maxTokens) =>
            _calls.RunAsync(turn, token => AttemptAsync(maxTokens, token), cancellationToken);

        async Task<ChatAnswer> AttemptAsync(int maxTokens, CancellationToken token)
        {
            try
            {
                return await _calls.AttemptAsync((call, inTime) => call.AttemptAsync(prompt, maxTokens, inTime), token);
            }
            catch (YttlException e) when (e.Failure.Category == FailureCategory.Memory && !wasKilled)
            {
                wasKilled = true;
                throw new YttlException(
                    e.Failure.Category, e.Failure.Code, e.Failure.Message, transient: true, inner: e);
            }
        }
    }

    public void Dispose() => _calls.Dispose();

    private Completion Whole(ChatAnswer answer, string text) => new(text, answer.Tokens)
    {
        Note = answer.Repeats
            ? $"The model {_settings.Model} repeated itself: the repetition is left out, and what should have followed is missing."
            : answer.Note,
    };

    private YttlException NothingBeforeTheLimit(int tokens) => new(FailureCategory.Api, "model.bad-output",
        string.Create(CultureInfo.InvariantCulture, $"the model {_settings.Model} used {tokens} tokens ")
        + $"without writing a whole sentence: try another model ({SettingName.For("llm_model")})");
}
