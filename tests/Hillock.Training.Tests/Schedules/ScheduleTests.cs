namespace Hillock.Training.Tests;

public sealed class ScheduleTests
{
    public static TheoryData<Schedule> All =>
    [
        Schedule.Constant, new StepDecay(3), new LinearDecay(10), new CosineDecay(10), new WarmUp(4), new WarmUp(4, new LinearDecay(6)),
        new OneCycle(10), new OneCycle(2), new OneCycle(10, 0), new OneCycle(10, 1),
    ];

    [Theory]
    [MemberData(nameof(All))]
    public void A_share_is_never_below_0_or_above_1_and_never_jumps_up_after_the_end(Schedule schedule)
    {
        for (var step = 0; step < 100; step++)
        {
            schedule.At(step).ShouldBeInRange(0, 1, $"step {step}");
        }
        for (var step = 10; step < 100; step++)
        {
            schedule.At(step + 1).ShouldBeLessThanOrEqualTo(schedule.At(step));
        }
        schedule.At(long.MaxValue / 2).ShouldBeInRange(0, 1);
    }

    [Fact]
    public void By_hand()
    {
        Shares(Schedule.Constant, 3).ShouldBe([1, 1, 1]);
        Shares(new StepDecay(2, 0.5), 5).ShouldBe([1, 1, 0.5, 0.5, 0.25]);
        Shares(new LinearDecay(4), 6).ShouldBe([1, 0.75, 0.5, 0.25, 0, 0]);
        Shares(new CosineDecay(2, 0.5), 4).ShouldBe([1, 0.75, 0.5, 0.5]);
        Shares(new WarmUp(4, new LinearDecay(2)), 8).ShouldBe([0.25, 0.5, 0.75, 1, 1, 0.5, 0, 0]);
    }

    private static double[] Shares(Schedule schedule, int steps) => [.. Enumerable.Range(0, steps).Select(step => schedule.At(step))];
}
