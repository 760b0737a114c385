namespace Hillock.Lab.Tests;

public sealed class ConfidenceIntervalTests
{
    [Fact]
    public void Three_numbers_have_the_interval_of_the_textbook()
    {
        // Mean 2, s = 1, t(2) = 4.303: 4.303 / √3 = 2.484.
        var interval = ConfidenceInterval.Of([1, 2, 3], double.NegativeInfinity, double.PositiveInfinity);
        interval.Mean.ShouldBe(2);
        interval.Low.ShouldBe(2 - 2.484, 0.001);
        interval.High.ShouldBe(2 + 2.484, 0.001);
    }

    [Fact]
    public void An_accuracy_stays_between_0_and_1()
    {
        var interval = ConfidenceInterval.Of([0.9, 1.0, 0.98], 0, 1);
        interval.High.ShouldBe(1);
        interval.Low.ShouldBeInRange(0.8, 0.9);
    }

    [Fact]
    public void One_measurement_has_no_interval() => ConfidenceInterval.Of([0.5], 0, 1).ShouldBe(new ConfidenceInterval(0.5, double.NaN, double.NaN));

    [Fact]
    public void Nothing_has_no_mean() => ConfidenceInterval.Of([], 0, 1).Mean.ShouldBe(double.NaN);

    [Fact]
    public void Medians_are_the_middle()
    {
        Sample.Median([3, 1, 2]).ShouldBe(2);
        Sample.Median([4, 1, 2, 3]).ShouldBe(2.5);
        Sample.Median([]).ShouldBe(double.NaN);
    }
}
