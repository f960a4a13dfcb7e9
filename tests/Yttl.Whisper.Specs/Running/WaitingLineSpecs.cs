using Yttl.TestKit;
using Yttl.Whisper.Running;

namespace Yttl.Whisper.Specs.Running;

public sealed class WaitingLineSpecs
{
    private readonly ManualTime _time = new();

    [Fact]
    public void More_than_fit_are_not_let_in()
    {
        using var line = new WaitingLine(2, 1, _time);
        using var first = line.TryEnter();
        using var second = line.TryEnter();
        using var third = line.TryEnter();

        third.ShouldNotBeNull();
        line.TryEnter().ShouldBeNull();
    }

    [Fact]
    public void Who_leaves_makes_room_once()
    {
        using var line = new WaitingLine(1, 0, _time);
        var first = line.TryEnter()!;
        first.Dispose();
        first.Dispose();

        using var second = line.TryEnter();

        second.ShouldNotBeNull();
        line.TryEnter().ShouldBeNull();
    }

    [Fact]
    public async Task Turns_come_in_order_and_never_more_at_once_than_processors()
    {
        using var line = new WaitingLine(1, 2, _time);
        var first = line.TryEnter()!;
        await first.WaitForTurnAsync(CancellationToken.None);
        using var second = line.TryEnter()!;
        var turn = second.WaitForTurnAsync(CancellationToken.None);
        turn.IsCompleted.ShouldBeFalse();
        line.Waiting.ShouldBe(1);

        first.Dispose();

        await turn;
        line.AtWork.ShouldBe(1);
        line.Waiting.ShouldBe(0);
    }

    [Fact]
    public async Task Who_gives_up_waiting_takes_no_turn()
    {
        using var line = new WaitingLine(1, 1, _time);
        using var first = line.TryEnter()!;
        await first.WaitForTurnAsync(CancellationToken.None);
        var second = line.TryEnter()!;
        using var leaving = new CancellationTokenSource();
        var turn = second.WaitForTurnAsync(leaving.Token);

        await leaving.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(turn);
        second.Dispose();
        line.AtWork.ShouldBe(1);
        line.TryEnter().ShouldNotBeNull();
    }

    [Fact]
    public async Task The_advice_when_to_return_follows_what_the_work_takes()
    {
        using var line = new WaitingLine(1, 4, _time);
        var before = line.RetryAfter();

        for (var i = 0; i < 8; i++)
        {
            using var place = line.TryEnter()!;
            await place.WaitForTurnAsync(CancellationToken.None);
            _time.Advance(TimeSpan.FromSeconds(40));
        }

        before.ShouldBe(TimeSpan.FromSeconds(5));
        line.RetryAfter().ShouldBeInRange(TimeSpan.FromSeconds(38), TimeSpan.FromSeconds(40));
    }
}
