namespace Hillock.Tests;

/// <summary>Softmax and log-softmax against hand arithmetic and sums in decimal.</summary>
public class RowsTests
{
    private const double Inf = double.PositiveInfinity;

    public static TheoryData<string> Names { get; } = [.. Catalog.RowFunctions.Select(f => f.Name)];

    [Fact]
    public void Softmax_of_a_known_row()
    {
        // e^0, e^(ln 2), e^(ln 5) are 1, 2, 5: eighths.
        double[] x = [0, Math.Log(2), Math.Log(5)], y = new double[3];
        Catalog.Softmax.Forward(x, 3, y);
        y.ShouldBe([0.125, 0.25, 0.625], 1e-16);
    }

    [Theory]
    [InlineData(1000f)]
    [InlineData(-1000f)]
    [InlineData(3e38f)]
    public void A_shift_of_the_whole_row_changes_nothing(float shift)
    {
        float[] x = [shift, shift, shift, shift], y = new float[4];
        Catalog.Softmax.Forward(x, 4, y);
        y.ShouldBe([0.25f, 0.25f, 0.25f, 0.25f]);
        Catalog.LogSoftmax.Forward(x, 4, y);
        y.ShouldAllBe(v => v == (float)-Math.Log(4));
    }

    [Fact]
    public void Log_softmax_keeps_what_lies_beside_1()
    {
        // ln(1 + e^-20) = 2.0611536181902037e-9 (mpmath, 30 digits); PyTorch says 0.
        float[] x = [20, 0], y = new float[2];
        Catalog.LogSoftmax.Forward(x, 2, y);
        Ulp.OfSingle(y[0], -2.0611536181902037e-9).ShouldBeLessThan(1);
        Ulp.OfSingle(y[1], -20.0000000020611536).ShouldBeLessThan(1);
    }

    [Fact]
    public void Minus_infinity_gets_nothing_and_rows_without_a_maximum_are_NaN()
    {
        double[] x = [0, -Inf, 0, -Inf, -Inf, -Inf, 1, Inf, 2, 1, double.NaN, 2], y = new double[12];
        Catalog.Softmax.Forward(x, 3, y);
        y[..3].ShouldBe([0.5, 0, 0.5]);
        y[3..].ShouldAllBe(v => double.IsNaN(v));
        Catalog.LogSoftmax.Forward(x, 3, y);
        y[..3].ShouldBe([-Math.Log(2), -Inf, -Math.Log(2)]);
        y[3..].ShouldAllBe(v => double.IsNaN(v));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_gradient_is_the_limit_of_differences(string name)
    {
        var f = (RowFunction)Catalog.Find(name);
        double[] x = [0.3, -1.2, 2.5, 0.9, 0.31], dy = [1, -2, 0.5, 3, -0.25], dx = new double[5];
        f.Backward(x, 5, dy, dx);
        for (var j = 0; j < x.Length; j++)
        {
            dx[j].ShouldBe((Loss(f, x, dy, j, 1e-5) - Loss(f, x, dy, j, -1e-5)) / 2e-5, 1e-9);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Rows_of_any_length_and_in_place_are_the_same_bits_alone_and_together(string name)
    {
        var f = (RowFunction)Catalog.Find(name);
        for (var columns = 1; columns <= 67; columns++)
        {
            float[] x = [.. Enumerable.Range(0, 3 * columns).Select(i => (((i * 37) % 101) / 5f) - 10)];
            float[] together = new float[x.Length], alone = new float[x.Length];
            f.Forward(x, columns, together);
            for (var row = 0; row < 3; row++)
            {
                f.Forward(x.AsSpan(row * columns, columns), columns, alone.AsSpan(row * columns, columns));
            }

            alone.ShouldBe(together);
            float[] inPlace = [.. x];
            f.Forward(inPlace, columns, inPlace);
            inPlace.ShouldBe(together);

            if (name == "softmax")
            {
                together[..columns].Sum(v => (decimal)v).ShouldBe(1m, 1e-6m);
            }
        }
    }

    [Fact]
    public void Bad_shapes_are_refused()
    {
        Should.Throw<ArgumentException>(() => Catalog.Softmax.Forward(new float[7], 3, new float[7])).Message.ShouldContain("whole number of rows");
        Should.Throw<ArgumentException>(() => Catalog.Softmax.Forward(new float[6], 0, new float[6]));
        Should.Throw<ArgumentException>(() => Catalog.Softmax.Backward(new float[6], 3, new float[3], new float[6]));
    }

    private static double Loss(RowFunction f, double[] x, double[] dy, int changed, double by)
    {
        double[] moved = [.. x], y = new double[x.Length];
        moved[changed] += by;
        f.Forward(moved, x.Length, y);
        return y.Zip(dy, (a, b) => a * b).Sum();
    }
}
