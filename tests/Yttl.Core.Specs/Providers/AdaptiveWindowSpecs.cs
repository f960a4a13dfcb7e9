using FsCheck;
using FsCheck.Fluent;
using Yttl.Core.Providers.Limits;

namespace Yttl.Core.Specs.Providers;

/// <summary>How the window opens, closes and stays.</summary>
public sealed class AdaptiveWindowSpecs
{
    [Fact]
    public void It_doubles_per_round_trip_until_the_first_rejection()
    {
        var window = new CongestionWindow(5, 64);
        var sizes = Enumerable.Range(0, 4).Select(_ => RoundTrip(window)).ToList();

        sizes.ShouldBe([10, 20, 40, 64]);
    }

    [Fact]
    public void Calls_that_never_filled_it_open_it_no_further_than_twice_their_number()
    {
        var window = new CongestionWindow(5, 64);
        window.Started(3);
        for (var call = 0; call < 100; call++)
            window.Succeeded(0, wasFull: false);

        window.Size.ShouldBe(6);
    }

    [Fact]
    public void A_rejection_halves_it_and_the_rest_of_the_same_round_trip_does_not()
    {
        var window = new CongestionWindow(20, 64);
        for (var left = 19; left >= 12; left--)
            window.Rejected(0, left);

        window.Size.ShouldBe(10);
        window.Round.ShouldBe(1);
    }

    [Fact]
    public void Calls_from_before_a_cut_do_not_open_it()
    {
        var window = new CongestionWindow(20, 64);
        window.Rejected(0, 19);
        for (var call = 0; call < 19; call++)
            window.Succeeded(0, wasFull: true);

        window.Size.ShouldBe(10);
    }

    [Fact]
    public void After_a_cut_it_returns_to_what_was_taken_and_stays_there_for_long()
    {
        var window = new CongestionWindow(11, 64);
        window.Rejected(0, 10);
        for (var call = 0; call < 5; call++)
            window.Succeeded(1, wasFull: true);
        window.Size.ShouldBe(10);

        for (var call = 5; call < 199; call++)
            window.Succeeded(1, wasFull: true);
        window.Size.ShouldBe(10);
        window.LastGood.ShouldBe(10);

        window.Succeeded(1, wasFull: true);
        window.Size.ShouldBe(11);
    }

    [Fact]
    public void A_probe_that_is_rejected_at_once_is_taken_back_and_nothing_else()
    {
        var window = AfterAProbeOf(10);

        window.Rejected(1, 10);

        (window.Size, window.LastGood, window.Round).ShouldBe((10, 10, 2));
    }

    [Fact]
    public void A_rejection_later_than_a_round_trip_after_a_probe_halves_it()
    {
        var window = AfterAProbeOf(10);
        for (var call = 0; call < 11; call++)
            window.Succeeded(1, wasFull: true);

        window.Rejected(1, 10);

        window.Size.ShouldBe(5);
    }

    private static CongestionWindow AfterAProbeOf(int size)
    {
        var window = new CongestionWindow(size + 1, 64);
        window.Rejected(0, size);
        for (var call = 0; call < 20 * size; call++)
            window.Succeeded(1, wasFull: true);
        window.Size.ShouldBe(size + 1);
        return window;
    }

    [Fact]
    public void Rejected_again_at_once_it_goes_back_further_and_climbs_by_one_per_round_trip()
    {
        var window = new CongestionWindow(40, 64);
        window.Rejected(0, 39);
        window.Rejected(1, 19);
        window.Size.ShouldBe(10);
        for (var call = 0; call < 4; call++)
            window.Succeeded(2, wasFull: true);
        window.Size.ShouldBe(13);

        for (var call = 0; call < 14; call++)
            window.Succeeded(2, wasFull: true);
        window.Size.ShouldBe(14);
    }

    [Fact]
    public void It_stays_between_one_and_its_ceiling_whatever_happens() => Check.QuickThrowOnFailure(Prop.ForAll(
        Gen.Choose(1, 80).ToArbitrary(), Gen.Choose(0, 5).ArrayOf().ToArbitrary(),
        (opening, ends) =>
        {
            var window = new CongestionWindow(opening, 64);
            foreach (var end in ends)
            {
                if (end == 0)
                    window.Rejected(window.Round, window.Size - 1);
                else if (end == 1)
                    window.Rejected(window.Round - 1, window.Size / 2);
                else
                    RoundTrip(window);
                if (window.Size is < 1 or > 64 || window.LastGood is < 1 or > 64)
                    return false;
            }

            return true;
        }));

    private static int RoundTrip(CongestionWindow window)
    {
        var calls = window.Size;
        window.Started(calls);
        for (var call = 0; call < calls; call++)
            window.Succeeded(window.Round, wasFull: true);
        return window.Size;
    }
}
