namespace Hillock.Tests;

/// <summary>What holds of every function of rows, and of those that share something.</summary>
public class RowLaws
{
    public static TheoryData<string> Names { get; } = [.. Catalog.RowFunctions.Select(f => f.Name)];

    public static TheoryData<string> Chances { get; } =
    [
        "softmax", "softmax(temperature=0.2)", "softmin", "hardmax", "sparsemax", "entmax15", "entmax", "entmax(alpha=1)", "entmax(alpha=1.001)",
        "entmax(alpha=9)", "gumbel_softmax", "gumbel_softmax_straight_through", "spherical_softmax", "taylor_softmax",
    ];

    public static TheoryData<string> Symmetric { get; } =
        ["softmax", "log_softmax", "softmin", "hardmax", "sparsemax", "entmax15", "entmax", "solu", "squash", "spherical_softmax", "taylor_softmax"];

    public static TheoryData<string> Unshifted { get; } = ["softmax", "log_softmax", "softmin", "hardmax", "sparsemax", "entmax15", "entmax"];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_gradient_is_the_limit_of_differences(string name)
    {
        var f = Catalog.ParseRows(name);
        double[] x = [0.3, -1.2, 0.62, 0.9, 0.41, 0.05, -0.3, 0.77], dx = new double[8];
        double[] dy = [.. new[] { 1, -2, 0.5, 3, -0.25, 0.7, 1.5, -1, 2, 0.1, -0.6, 1.1, 0.9, -1.3, 0.2, 0.4 }.Take(f.OutputColumns(8))];
        f.Backward(x, 8, dy, dx);
        for (var j = 0; j < x.Length; j++)
        {
            // Fourth order: (8(L(h) − L(−h)) − (L(2h) − L(−2h)))/12h; what goes straight through is no derivative.
            const double H = 1e-3;
            var slope = ((8 * (Loss(f, x, dy, j, H) - Loss(f, x, dy, j, -H))) - (Loss(f, x, dy, j, 2 * H) - Loss(f, x, dy, j, -2 * H))) / (12 * H);
            dx[j].ShouldBe(name == "hardmax_straight_through" ? dy[j] : slope, name == "gumbel_softmax_straight_through" ? double.PositiveInfinity : 1e-9);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Rows_of_any_length_and_in_place_are_the_same_bits_alone_and_together(string name)
    {
        var f = Catalog.ParseRows(name);
        foreach (var columns in Enumerable.Range(1, 67).Append(1030).Where(c => Takes(f, c)))
        {
            var outputs = f.OutputColumns(columns);
            float[] x = [.. Enumerable.Range(0, 3 * columns).Select(i => (((i * 37) % 101) / 5f) - 10)];
            float[] dy = [.. Enumerable.Range(0, 3 * outputs).Select(i => (((i * 29) % 53) / 9f) - 3)];
            float[] y = new float[dy.Length], dx = new float[x.Length], aloneY = new float[dy.Length], aloneDx = new float[x.Length];
            f.Forward(x, columns, y);
            f.Backward(x, columns, dy, dx);
            for (var row = 0; row < 3 && !name.StartsWith("gumbel", StringComparison.Ordinal); row++)
            {
                var (input, output) = (new Range(row * columns, (row + 1) * columns), new Range(row * outputs, (row + 1) * outputs));
                f.Forward(x.AsSpan(input), columns, aloneY.AsSpan(output));
                f.Backward(x.AsSpan(input), columns, dy.AsSpan(output), aloneDx.AsSpan(input));
                aloneY[output].ShouldBe(y[output]);
                aloneDx[input].ShouldBe(dx[input]);
            }

            float[] inPlace = [.. x];
            f.Backward(inPlace, columns, dy, inPlace);
            inPlace.ShouldBe(dx);
            if (outputs == columns)
            {
                inPlace = [.. x];
                f.Forward(inPlace, columns, inPlace);
                inPlace.ShouldBe(y);
                inPlace = [.. dy];
                f.Backward(x, columns, inPlace, inPlace);
                inPlace.ShouldBe(dx);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Nothing_comes_of_nothing(string name)
    {
        var f = Catalog.ParseRows(name);
        Should.NotThrow(() => f.Forward(ReadOnlySpan<float>.Empty, 4, []));
        Should.NotThrow(() => f.Backward(ReadOnlySpan<double>.Empty, 4, [], []));
    }

    [Theory]
    [MemberData(nameof(Chances))]
    public void Chances_add_up_to_1_in_every_row(string name)
    {
        var f = Catalog.ParseRows(name);
        foreach (var x in new double[][] { [0.3], [2, 2, 2, 2], [1000, 1001, 1002], [3e38, -3e38, 1, 2.9e38], [-1e-30, 0, 1e-30], [-5, -4, 8, 0.5, 7.9] })
        {
            var y = new double[x.Length];
            f.Forward(x, x.Length, y);
            y.Sum().ShouldBe(1, 1e-14);
            y.ShouldAllBe(v => v >= 0);

            var single = new float[x.Length];
            f.Forward([.. x.Select(v => (float)v)], x.Length, single);
            single.Sum(v => (decimal)v).ShouldBe(1m, 2e-7m);
        }
    }

    [Theory]
    [MemberData(nameof(Symmetric))]
    public void The_order_of_a_row_is_that_of_its_outputs(string name)
    {
        var f = Catalog.ParseRows(name);
        double[] x = [0.3, -1.2, 2.5, 0.9, 0.31, -7, 1.75], y = new double[7], reversed = new double[7];
        f.Forward(x, 7, y);
        f.Forward([.. x.Reverse()], 7, reversed);
        reversed.Reverse().ToArray().ShouldBe(y, 1e-15);
    }

    [Theory]
    [MemberData(nameof(Unshifted))]
    public void A_shift_of_the_whole_row_changes_nothing(string name)
    {
        var f = Catalog.ParseRows(name);
        double[] x = [0.25, -1.5, 2.5, 0.75, 0.5], y = new double[5], moved = new double[5];
        f.Forward(x, 5, y);
        f.Forward([.. x.Select(v => v + 1024)], 5, moved);
        moved.ShouldBe(y, 1e-15);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_NaN_is_not_hidden(string name)
    {
        var f = Catalog.ParseRows(name);
        var y = new float[f.OutputColumns(6)];
        f.Forward([1f, 2, float.NaN, 0, 1, 1], 6, y);
        y.ShouldContain(v => float.IsNaN(v));
    }

    private static bool Takes(RowActivation f, int columns)
    {
        try
        {
            return f.OutputColumns(columns) > 0;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static double Loss(RowActivation f, double[] x, double[] dy, int changed, double by)
    {
        double[] moved = [.. x], y = new double[dy.Length];
        moved[changed] += by;
        f.Forward(moved, x.Length, y);
        return y.Zip(dy, (a, b) => a * b).Sum();
    }
}
