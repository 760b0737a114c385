namespace Hillock.Lab.Tests;

public sealed class SymmetricEigenvaluesTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(20)]
    [InlineData(64)]
    public void Of_a_chain_they_are_known(int n)
    {
        // 2 on the diagonal and −1 beside it: 2 − 2·cos(kπ/(n + 1)), k = 1…n (the second difference with zero ends).
        var matrix = Matrix(n, (i, j) => i == j ? 2 : Math.Abs(i - j) == 1 ? -1 : 0);
        ShouldBe(SymmetricEigenvalues.Of(matrix, n), [.. Enumerable.Range(1, n).Select(k => 2 - (2 * Math.Cos(k * Math.PI / (n + 1))))]);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(64)]
    public void Of_a_full_matrix_they_are_known(int n)
    {
        // min(i, j): 1 / (2·sin((2k − 1)π/(4n + 2)))², the inverse of a second difference with one free end.
        var matrix = Matrix(n, (i, j) => Math.Min(i, j) + 1);
        ShouldBe(SymmetricEigenvalues.Of(matrix, n), [.. Enumerable.Range(1, n).Select(k => Math.Pow(2 * Math.Sin(((2 * k) - 1) * Math.PI / ((4 * n) + 2)), -2)).Order()]);
    }

    [Fact]
    public void Many_may_be_alike_or_0()
    {
        // All ones: n once, 0 else. And a diagonal is its own answer.
        ShouldBe(SymmetricEigenvalues.Of(Matrix(9, (_, _) => 1), 9), [0, 0, 0, 0, 0, 0, 0, 0, 9]);
        ShouldBe(SymmetricEigenvalues.Of(Matrix(4, (i, j) => i == j ? i - 2 : 0), 4), [-2, -1, 0, 1]);
        ShouldBe(SymmetricEigenvalues.Of(new double[9], 3), [0, 0, 0]);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Numbers_that_are_none_end_in_none(double bad) =>
        SymmetricEigenvalues.Of(Matrix(5, (i, j) => i + j == 3 ? bad : 1), 5).ShouldContain(value => !double.IsFinite(value));

    private static double[] Matrix(int n, Func<int, int, double> at) => [.. Enumerable.Range(0, n * n).Select(i => at(i / n, i % n))];

    private static void ShouldBe(double[] values, double[] expected)
    {
        values.Length.ShouldBe(expected.Length);
        for (var i = 0; i < values.Length; i++)
        {
            values[i].ShouldBe(expected[i], 1e-13 * Math.Max(1, expected[^1]));
        }
    }
}
