namespace Hillock.Lab.Tests;

public class PlotRangeTests
{
    [Theory]
    [InlineData(-4, 4, 8, "−4 −3 −2 −1 0 1 2 3 4")]
    [InlineData(-4, 4, 5, "−4 −2 0 2 4")]
    [InlineData(-0.25, 0.25, 6, "−0.2 −0.1 0 0.1 0.2")]
    [InlineData(0, 0.7, 8, "0 0.1 0.2 0.3 0.4 0.5 0.6 0.7")]
    [InlineData(-3.3, 12, 4, "0 5 10")]
    [InlineData(0, 1e9, 5, "0 2e8 4e8 6e8 8e8 1e9")]
    [InlineData(0, 1e-6, 5, "0 2e-7 4e-7 6e-7 8e-7 1e-6")]
    public void Ticks_are_round(double low, double high, int most, string ticks) =>
        string.Join(' ', new PlotRange(low, high).Ticks(most)).ShouldBe(ticks);
}
