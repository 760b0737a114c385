namespace Hillock.Lab.Tests;

public sealed class StudentTTests
{
    /// <summary>Two-sided quantiles as printed in any statistics book.</summary>
    public static TheoryData<double, int, double> Table => new()
    {
        { 0.95, 1, 12.706 }, { 0.95, 2, 4.303 }, { 0.95, 3, 3.182 }, { 0.95, 4, 2.776 }, { 0.95, 5, 2.571 }, { 0.95, 9, 2.262 },
        { 0.95, 10, 2.228 }, { 0.95, 30, 2.042 }, { 0.95, 120, 1.980 }, { 0.99, 1, 63.657 }, { 0.99, 2, 9.925 }, { 0.99, 10, 3.169 },
        { 0.90, 2, 2.920 }, { 0.90, 15, 1.753 }, { 0.999, 5, 6.869 },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void Quantiles_are_those_of_the_tables(double share, int degrees, double t)
    {
        StudentT.Quantile(share, degrees).ShouldBe(t, 0.0005);
        StudentT.Beyond(t, degrees).ShouldBe(1 - share, 0.0001);
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(1)]
    [InlineData(17.5)]
    public void One_and_two_degrees_have_closed_forms(double t)
    {
        // Cauchy: 2 arctan(t) / π; two degrees: t / √(2 + t²).
        StudentT.Within(t, 1).ShouldBe(2 * Math.Atan(t) / Math.PI, 1e-14);
        StudentT.Within(t, 2).ShouldBe(t / Math.Sqrt(2 + (t * t)), 1e-14);
    }

    [Fact]
    public void Nothing_lies_within_zero_and_all_within_infinity()
    {
        for (var degrees = 1; degrees < 12; degrees++)
        {
            StudentT.Within(0, degrees).ShouldBe(0);
            StudentT.Within(double.PositiveInfinity, degrees).ShouldBe(1, 1e-15);
        }
    }
}
