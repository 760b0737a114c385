namespace Hillock.Tests;

/// <summary>Decimal constants keep what a double cannot.</summary>
public class ConstantTests
{
    // double(0.1) = 0.1000000000000000055511151231257827…, so what is left is −5.551115123125783e-18.
    [Theory]
    [InlineData("0.1", 0.1, -5.551115123125783e-18)]
    [InlineData("0.5", 0.5, 0)]
    [InlineData("3", 3, 0)]
    public void The_low_part_is_the_rest(string digits, double high, double low)
    {
        var constant = Constant.Of(digits);
        constant.High.ShouldBe(high);
        constant.Low.ShouldBe(low, 1e-33);
        constant.Text.ShouldBe(digits);
    }

    [Fact]
    public void Words_are_no_constant() => Should.Throw<FormatException>(() => Constant.Of("pi"));
}
