using System.Globalization;

namespace Hillock.Tests;

/// <summary>Functions of rows against truths from their definitions (Reference/rows.py, 60 digits).</summary>
public class RowTruths
{
    public static TheoryData<string> Names { get; } = [.. Truths().Select(t => t.Function).Distinct()];

    [Theory]
    [MemberData(nameof(Names))]
    public void Outputs_of_floats_are_within_two_ulp(string name)
    {
        var f = Catalog.ParseRows(name);
        var worst = 0.0;
        foreach (var truth in Truths(name))
        {
            var y = new float[truth.Y.Length];
            f.Forward([.. truth.X.Select(v => (float)v)], truth.X.Length, y);
            worst = Math.Max(worst, y.Zip(truth.Y, (a, b) => Ulp.OfSingle(a, b)).Max());
        }

        worst.ShouldBeLessThanOrEqualTo(2);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Outputs_of_doubles_have_all_but_a_few_of_their_digits(string name)
    {
        var f = Catalog.ParseRows(name);
        foreach (var truth in Truths(name))
        {
            var y = new double[truth.Y.Length];
            f.Forward(truth.X, truth.X.Length, y);

            // What is left of an element above a threshold is a difference of numbers of the size of 1.
            var lost = name.StartsWith("sparsemax", StringComparison.Ordinal) || name.StartsWith("entmax", StringComparison.Ordinal) ? 1e-14 : 0;
            y.ShouldAllBeNear(truth.Y, v => (Math.Abs(v) * 8e-15) + lost);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Gradients_are_the_true_ones(string name)
    {
        var f = Catalog.ParseRows(name);
        foreach (var truth in Truths(name))
        {
            var dx = new double[truth.X.Length];
            f.Backward(truth.X, truth.X.Length, truth.Dy, dx);
            var size = truth.Dx.Max(Math.Abs) + truth.Y.Zip(truth.Dy, (y, g) => Math.Abs(y * g)).Sum();
            dx.ShouldAllBeNear(truth.Dx, v => 2e-13 * size);

            var single = new float[truth.X.Length];
            f.Backward([.. truth.X.Select(v => (float)v)], truth.X.Length, [.. truth.Dy.Select(v => (float)v)], single);
            single.Select(v => (double)v).ToArray().ShouldAllBeNear(truth.Dx, v => Math.ScaleB(size, -22));
        }
    }

    [Theory]
    [InlineData("softmax")]
    [InlineData("softmax(temperature=0.3)")]
    public void Small_chances_keep_their_digits_in_gradients(string name)
    {
        var f = Catalog.ParseRows(name);
        foreach (var truth in Truths(name))
        {
            var dx = new float[truth.X.Length];
            f.Backward([.. truth.X.Select(v => (float)v)], truth.X.Length, [.. truth.Dy.Select(v => (float)v)], dx);
            var mean = truth.Y.Zip(truth.Dy, (y, g) => Math.Abs(y * g)).Sum();
            for (var i = 0; i < dx.Length; i++)
            {
                var bound = Math.ScaleB(truth.Y[i] * (Math.Abs(truth.Dy[i]) + mean) / f.Values[0], -22);

                // A chance that has underflowed is off by half the smallest number, times |dy| and the mean.
                Math.Abs(dx[i] - truth.Dx[i]).ShouldBeLessThanOrEqualTo(Math.Max(bound, 4 * (double)float.Epsilon));
            }
        }
    }

    [Theory]
    [InlineData("softmax")]
    [InlineData("log_softmax")]
    public void From_the_saved_output_gradients_lose_what_rounding_took_from_it(string name)
    {
        var f = Catalog.ParseRows(name);
        foreach (var truth in Truths(name))
        {
            var size = truth.Dx.Max(Math.Abs) + truth.Y.Zip(truth.Dy, (y, g) => Math.Abs(y * g)).Sum();
            var dx = new double[truth.X.Length];
            f.BackwardFromOutput(truth.Y, truth.X.Length, truth.Dy, dx);
            dx.ShouldAllBeNear(truth.Dx, v => 1e-14 * size);

            var single = new float[truth.X.Length];
            f.BackwardFromOutput([.. truth.Y.Select(v => (float)v)], truth.X.Length, [.. truth.Dy.Select(v => (float)v)], single);
            single.Select(v => (double)v).ToArray().ShouldAllBeNear(truth.Dx, v => Math.ScaleB(size, -20));
        }
    }

    private static IEnumerable<Truth> Truths(string name) => Truths().Where(t => t.Function == name);

    private static IEnumerable<Truth> Truths() =>
        File.ReadLines(Repository.Path("tests/Hillock.Tests/Rows/rows.csv")).Skip(1).Select(line => line.Split(';'))
            .Select(cells => new Truth(cells[0], Numbers(cells[1]), Numbers(cells[2]), Numbers(cells[3]), Numbers(cells[4])));

    private static double[] Numbers(string text) => [.. text.Split(' ').Select(t => double.Parse(t, CultureInfo.InvariantCulture))];

    private sealed record Truth(string Function, double[] X, double[] Y, double[] Dy, double[] Dx);
}

internal static class Near
{
    /// <summary>Every element is no farther from the truth than the truth allows.</summary>
    public static void ShouldAllBeNear(this double[] values, double[] truths, Func<double, double> tolerance)
    {
        for (var i = 0; i < values.Length; i++)
        {
            Math.Abs(values[i] - truths[i]).ShouldBeLessThanOrEqualTo(tolerance(truths[i]), $"{values[i]:R} is not {truths[i]:R}, element {i} of {values.Length}");
        }
    }
}
