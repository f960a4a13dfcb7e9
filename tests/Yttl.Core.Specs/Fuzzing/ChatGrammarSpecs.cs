using System.Globalization;
using System.Text;
using Xunit.Abstractions;
using Yttl.Core.Failures;
using Yttl.Core.Providers;
using Yttl.Core.Summaries;
using Yttl.Core.Summaries.Chat;
using Yttl.TestKit.Fuzzing;

namespace Yttl.Core.Specs.Fuzzing;

/// <summary>
/// Bodies with a known answer in random wrappings give that answer, and bodies without one a failure.
/// <c>YTTL_FUZZ_COUNT</c> and <c>YTTL_FUZZ_SEED</c> are those of all fuzzing; each reads a dozen bodies for each.
/// </summary>
public sealed class ChatGrammarSpecs(ITestOutputHelper output)
{
    private const int BodiesEach = 12;
    private const int MostShown = 8;

    private static readonly CallFailures Failures = new(
        new LanguageModelSettings("openai", new Uri("http://localhost/v1"), "m", "key", 1, new RetrySettings(1, TimeSpan.Zero)));

    [Fact]
    public void A_known_answer_is_read_as_it_is_however_it_is_wrapped() => Check(random =>
    {
        var answer = AnswerGrammar.From(random);
        var grammar = new ChatBodyGrammar(random);
        var body = grammar.Write(answer.Written);
        return (body, (read, failure) => read switch
        {
            null when failure is null => "nothing is read:",
            null => answer.IsLost || grammar.IsTorn ? null : $"refused: {failure!.Message}\nof:\n{answer.Written}",
            { Text: "", CutShort: true } when answer.IsLost => null,
            _ when read.Text == answer.Known => null,
            _ => $"another text:\n{read.Text}\nin place of:\n{answer.Known}\nof:\n{answer.Written}",
        });
    });

    [Fact]
    public void A_body_without_an_answer_is_a_failure_and_429_in_it_a_rate_limit() => Check(random =>
    {
        var grammar = new ErrorBodyGrammar(random);
        var body = grammar.Write();
        return (body, (read, failure) =>
            read is not null ? $"taken for an answer: {read.Text}"
            : grammar.IsRateLimit && failure is not { Failure.Category: FailureCategory.RateLimit }
                ? $"no rate limit: {failure?.Failure.Code}: {failure?.Message}"
            : null);
    });

    private void Check(Func<Random, (byte[] Body, Func<ChatAnswer?, YttlException?, string?> Problem)> write)
    {
        var budget = FuzzBudget.FromEnvironment();
        var problems = new List<string>();
        var kinds = new SortedDictionary<string, int>();
        int answers = 0, failures = 0;
        for (var number = 0; number < budget.Count * BodiesEach; number++)
        {
            var (body, judge) = write(new Random(unchecked(budget.Seed * 1_000_003 + number)));
            string? problem;
            try
            {
                var (answer, failure) = Read(body);
                answers += answer is null ? 0 : 1;
                failures += failure is null ? 0 : 1;
                problem = judge(answer, failure);
            }
            catch (Exception escaped)
            {
                problem = $"an exception escapes: {escaped}";
            }

            if (problem is null)
                continue;
            var kind = problem[..problem.IndexOf(':')];
            kinds[kind] = kinds.GetValueOrDefault(kind) + 1;
            if (kinds[kind] <= MostShown)
                problems.Add($"body {number}: {problem}\n{Encoding.UTF8.GetString(body)}");
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{budget.Count * BodiesEach} bodies, {answers} answers, {failures} failures"));
        foreach (var (kind, count) in kinds)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} {kind}"));
        problems.ShouldBeEmpty();
        failures.ShouldBeGreaterThan(0);
    }

    private static (ChatAnswer? Answer, YttlException? Failure) Read(byte[] body)
    {
        try
        {
            var reply = ChatReply.Read(body);
            // As a call does with an error in an answer of status 200.
            return reply?.Error is { } error
                ? (null, Failures.From(error.Status ?? 500, error))
                : (ChatAnswer.From(reply, "m"), null);
        }
        catch (YttlException failure)
        {
            return (null, failure);
        }
    }
}
