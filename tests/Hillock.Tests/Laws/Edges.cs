namespace Hillock.Tests;

/// <summary>What happens where numbers end.</summary>
public class Edges
{
    private const double Inf = double.PositiveInfinity;

    // What has no limit is NaN at infinity.
    private const double None = double.NaN;

    public static TheoryData<string> Names => EveryFunction.Names;

    /// <summary>The limits at −∞ and ∞ of each function and its slope, from its definition.</summary>
    public static TheoryData<string, double, double, double, double> Limits { get; } = new()
    {
        { "step", 0, 1, 0, 0 },
        { "linear", -Inf, Inf, 1, 1 },
        { "sigmoid", 0, 1, 0, 0 },
        { "tanh", -1, 1, 0, 0 },
        { "hard_sigmoid", 0, 1, 0, 0 },
        { "hard_tanh", -1, 1, 0, 0 },
        { "log_sigmoid", -Inf, 0, 1, 0 },
        { "softsign", -1, 1, 0, 0 },
        { "relu", 0, Inf, 0, 1 },
        { "relu6", 0, 6, 0, 0 },
        { "leaky_relu", -Inf, Inf, 0.01, 1 },
        { "prelu", -Inf, Inf, 0.25, 1 },
        { "softplus", 0, Inf, 0, 1 },
        { "elu", -1, Inf, 0, 1 },
        { "selu", -1.7580993408473769, Inf, 0, 1.0507009873554805 },
        { "celu", -1, Inf, 0, 1 },
        { "gelu", 0, Inf, 0, 1 },
        { "gelu_tanh", 0, Inf, 0, 1 },
        { "quick_gelu", 0, Inf, 0, 1 },
        { "silu", 0, Inf, 0, 1 },
        { "swish", 0, Inf, 0, 1 },
        { "hard_swish", 0, Inf, 0, 1 },
        { "mish", 0, Inf, 0, 1 },
        { "erf", -1, 1, 0, 0 },
        { "derf", -1, 1, 0, 0 },
        { "arctan", -Math.PI / 2, Math.PI / 2, 0, 0 },
        { "gudermannian", -Math.PI / 2, Math.PI / 2, 0, 0 },
        { "aria2", 0, 1, 0, 0 },
        { "asinh", -Inf, Inf, 0, 0 },
        { "serf", 0, Inf, 0, 1 },
        { "pserf", 0, Inf, 0, 1 },
        { "erf_act", 0, Inf, 0, 1 },
        { "sgelu", Inf, Inf, -1, 1 },
        { "smu", -Inf, Inf, 0.25, 1 },
        { "erf_relu", -0.5, Inf, 0, 1 },
        { "polu", -1, Inf, 0, 1 },
        { "pdelu", -1, Inf, 0, 1 },
        { "sinlu", 0, Inf, 0, None },
        { "coslu", 0, Inf, 0, None },
        { "sinsig", 0, Inf, 0, 1 },
        { "pats", 0, Inf, 0, 1.099739748523973 }, // atan(5π/8), mpmath.
        { "swat", -Inf, Inf, 0.1721028986836638, 0.8278971013163362 }, // σ(∓π/2), mpmath.
        { "vlu", None, Inf, None, None },
        { "minsin", -Inf, None, 1, None },
        { "gaussian", 0, 0, 0, 0 },
        { "ricker", 0, 0, 0, 0 },
        { "gabor", 0, 0, 0, 0 },
        { "sine", None, None, None, None },
        { "snake", -Inf, Inf, None, None },
        { "gcu", None, None, None, None },
        { "asu", None, None, None, None },
        { "sinc", 0, 0, 0, 0 },
        { "hosc", None, None, None, None },
        { "ssu", 0, 0, 0, 0 },
        { "dsu", 0, 0, 0, 0 },
    };

    public static IEnumerable<TheoryDataRow<string, double, double, double, double>> AllLimits => [.. Limits, .. FurtherLimits.Rows];

    [Fact]
    public void Every_function_has_its_limits_stated() =>
        AllLimits.Select(row => row.Data.Item1).ShouldBe(Catalog.Functions.Select(f => f.Name), ignoreOrder: true);

    [Theory]
    [MemberData(nameof(AllLimits))]
    public void Infinities_are_limits(string name, double low, double high, double slopeLow, double slopeHigh)
    {
        var f = EveryFunction.Named(name).Create();
        Ulp.OfDouble(f.Of(-Inf), low).ShouldBeLessThanOrEqualTo(4);
        Ulp.OfDouble(f.Of(Inf), high).ShouldBeLessThanOrEqualTo(4);
        Ulp.OfDouble(f.Slope(-Inf), slopeLow).ShouldBeLessThanOrEqualTo(4);
        Ulp.OfDouble(f.Slope(Inf), slopeHigh).ShouldBeLessThanOrEqualTo(4);

        float[] x = [float.NegativeInfinity, float.PositiveInfinity], y = new float[2], dx = new float[2];
        f.Forward(x, y);
        f.Backward(x, [2, 2], dx);
        y.ShouldBe([(float)low, (float)high]);
        dx.ShouldBe([(float)(2 * slopeLow), (float)(2 * slopeHigh)]);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void NaN_gives_NaN(string name)
    {
        var f = EveryFunction.Named(name).Create();
        var x = Enumerable.Repeat(float.NaN, 19).ToArray();
        float[] y = new float[19], dx = new float[19];
        f.ForwardBackward(x, [.. x.Select(_ => 1f)], y, dx);
        y.ShouldAllBe(v => float.IsNaN(v));
        dx.ShouldAllBe(v => float.IsNaN(v));
        f.Of(double.NaN).ShouldBe(double.NaN);
        f.Slope(double.NaN).ShouldBe(double.NaN);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void No_finite_float_gives_NaN_or_a_wrong_infinity(string name)
    {
        const uint Stride = 65537, Exponents = 0x7F800000;
        float[] x = [.. Enumerable.Range(0, (int)(uint.MaxValue / Stride)).Select(i => (uint)i * Stride)
            .Where(bits => (bits & Exponents) != Exponents).Select(BitConverter.UInt32BitsToSingle)];
        float[] y = new float[x.Length], dx = new float[x.Length];
        EveryFunction.Named(name).Create().ForwardBackward(x, [.. x.Select(_ => 1f)], y, dx);

        // What is finite in doubles and no greater than the greatest float is finite in floats.
        double[] wideX = [.. x.Select(v => (double)v)], wideY = new double[x.Length], wideDx = new double[x.Length];
        EveryFunction.Named(name).Create().Forward(wideX, wideY);
        EveryFunction.Named(name).Create().Backward(wideX, [.. x.Select(_ => 1d)], wideDx);
        for (var i = 0; i < x.Length; i++)
        {
            var tolerance = (1e-6 * Math.Abs(wideY[i])) + (2 * float.Epsilon);
            var agrees = float.IsInfinity(y[i]) ? y[i] == (float)wideY[i] : Math.Abs(y[i] - wideY[i]) <= tolerance;
            agrees.ShouldBeTrue(FormattableString.Invariant($"{name}({x[i]:R}) = {wideY[i]:R}, got {y[i]:R}"));
            float.IsFinite(dx[i]).ShouldBe(float.IsFinite((float)wideDx[i]), FormattableString.Invariant($"{name}'({x[i]:R}) = {dx[i]:R}"));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void No_finite_double_gives_NaN_or_a_wrong_infinity(string name)
    {
        var f = EveryFunction.Named(name).Create();
        for (var exponent = -1074; exponent <= 1023; exponent++)
        {
            foreach (var x in new[] { Math.ScaleB(1, exponent), -Math.ScaleB(1, exponent) })
            {
                // What is near the greatest number at half the input, and grows faster than that, may be beyond it.
                var (y, slope, half) = (f.Of(x), f.Slope(x), Math.Abs(f.Of(x / 2)));
                var mayOverflow = half > 1e100 && half / Math.Abs(x) > 1e20;
                (double.IsFinite(y) || (mayOverflow && double.IsInfinity(y))).ShouldBeTrue(FormattableString.Invariant($"{name}({x:R}) = {y}"));
                (double.IsFinite(slope) || (mayOverflow && !double.IsFinite(y))).ShouldBeTrue(FormattableString.Invariant($"{name}'({x:R}) = {slope}"));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Functions_odd_at_0_keep_the_sign_of_zero(string name)
    {
        string[] sumsWithAnEvenFunction = ["snake", "vlu", "crrelu", "xielu", "affine"]; // −0 + 0 is 0.
        var f = EveryFunction.Named(name).Create();
        if (f.Of(0) == 0 && f.Slope(0) != 0 && !sumsWithAnEvenFunction.Contains(name))
        {
            var y = new float[1];
            f.Forward([-0f], y);
            float.IsNegative(y[0]).ShouldBe(f.Slope(0) > 0);
            double.IsNegative(f.Of(-0d)).ShouldBe(f.Slope(0) > 0);
        }
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(6, 0)]
    public void The_slope_at_a_kink_of_max_and_min_is_that_of_the_constant(double x, double slope) =>
        EveryFunction.Named("relu6").Create().Slope(x).ShouldBe(slope);

    [Theory]
    [InlineData("relu", 0, 0)]
    [InlineData("leaky_relu", 0, 0.01)]
    [InlineData("hard_swish", -3, 0)]
    [InlineData("hard_swish", 3, 1)]
    [InlineData("hard_sigmoid", 3, 0)]
    [InlineData("hard_tanh", 1, 0)]
    [InlineData("step", 0, 0)]
    public void The_slope_at_a_kink_is_the_documented_one(string name, double x, double slope) =>
        EveryFunction.Named(name).Create().Slope(x).ShouldBe(slope);
}
