namespace Hillock.Tests;

/// <summary>Published numbers, and functions of one's own.</summary>
public class ShapeTests
{
    private const double Inf = double.PositiveInfinity;

    /// <summary>Minima: shared/reference/theory.md 4.6, hard_swish's from its parabola; functions.md 2.2 has values on [−20, 20].</summary>
    public static TheoryData<string, double, double, double> Minima { get; } = new()
    {
        { "gelu", -0.7518, -0.16997, 5e-5 },
        { "silu", -1.2785, -0.27846, 5e-5 },
        { "mish", -1.1924, -0.30884, 5e-5 },
        { "hard_swish", -1.5, -0.375, 1e-9 },
        { "gelu_tanh", -0.7525, -0.17004, 5e-5 },
    };

    /// <summary>The least values of shared/reference/functions.md 2.2, to its five digits.</summary>
    public static TheoryData<string, double> LeastValues { get; } = new()
    {
        { "eswish", -0.4177 },
        { "quick_gelu", -0.16361 },
        { "lambda_gelu", -0.084986 },
        { "hard_mish", -0.5 },
        { "tanh_exp", -0.35329 },
        { "serf", -0.34844 },
        { "erf_act", -0.40528 },
        { "pserf", -0.50601 },
        { "smish", -0.24999 },
        { "logish", -0.25277 },
        { "gish", -0.27816 },
        { "loglogish", -0.31218 },
        { "golu", -0.09726 },
        { "lalu", -0.18394 },
        { "tsrelu", -0.27424 },
        { "sinsig", -0.42918 },
        { "dsilu", -0.099839 },
        { "eanaf", -0.15718 },
        { "pflu", -0.15014 },
        { "fpflu", -0.30028 },
        { "elish", -0.17157 },
        { "hard_elish", -0.099673 },
        { "soft_root_sign", -2.4625 },
        { "pats", -0.51876 },
        { "sinlu", -0.49737 },
        { "coslu", -0.28927 },
        { "tanhsig", -0.47492 },
        { "tanhsoft1", -0.22378 },
        { "tanhsoft2", -0.21732 },
        { "tanhsoft3", -0.30938 },
        { "xielu", -0.20575 },
        { "sara", -0.66151 },
        { "crrelu", -0.0060653 },
        { "squish", -0.5 },
        { "ricker", -0.44626 },
        { "sinc", -0.21723 },
        { "ssu", -0.68246 },
        { "dsu", -1.6364 },
        { "gabor", -0.69365 },
        { "hosc", -0.96403 },
        { "squ", -0.25 },
    };

    /// <summary>Greatest |slope|: known constants, and f′ where f″ is 0, with mpmath.</summary>
    public static TheoryData<string, double> LipschitzConstants { get; } = new()
    {
        { "relu", 1 },
        { "sigmoid", 0.25 },
        { "tanh", 1 },
        { "gelu", 1.1289041451851548 },
        { "silu", 1.0998393201288669 },
        { "selu", 1.7580993408473769 },
        { "hard_swish", 1.5 },
        { "erf", 1.1283791670955126 },
        { "gaussian", 0.85776388496070680 }, // √(2/e).
        { "probit", 0.39894228040143268 },
        { "hosc", 2 },
        { "sinc", 0.43618181727145850 },
        { "soft_modulus", 1.3333333333333333 },
    };

    /// <summary>Intercepts of asymptotes, from the formulas.</summary>
    public static TheoryData<string, bool, double, double> Asymptotes { get; } = new()
    {
        { "relu", true, 1, 0 },
        { "silu", true, 1, 0 },
        { "silu", false, 0, 0 },
        { "gelu", true, 1, 0 },
        { "mish", true, 1, 0 },
        { "softplus", true, 1, 0 },
        { "log_sigmoid", false, 1, 0 },
        { "log_cosh", false, -1, -0.69314718055994531 },
        { "log_cosh", true, 1, -0.69314718055994531 },
        { "tanh_shrink", true, 1, -1 },
        { "soft_shrink", false, 1, 0.5 },
        { "plu", true, 0.1, 0.9 },
        { "siglin", true, 0.1, 1 },
        { "xielu", false, -0.3, -0.8 },
        { "squareplus", true, 1, 0 },
        { "elu", false, 0, -1 },
        { "softsign", true, 0, 1 },
        { "soft_plus_plus", false, 0.5, -0.69314718055994531 },
    };

    [Theory]
    [MemberData(nameof(Minima))]
    public void The_only_minimum_is_the_published_one(string name, double x, double value, double digits)
    {
        var minimum = Shapes.Of(name).Extremes.ShouldHaveSingleItem();
        minimum.IsMinimum.ShouldBeTrue();
        minimum.X.Value.ShouldBe(x, digits);
        minimum.Value.Value.ShouldBe(value, 5e-6);
        minimum.X.Width.ShouldBeLessThan(1e-9);
        minimum.Value.Width.ShouldBeLessThan(1e-14);
    }

    [Theory]
    [MemberData(nameof(LeastValues))]
    public void The_least_value_is_the_published_one(string name, double value) =>
        Shapes.Of(name).Range.Least.Value.ShouldBe(value, 0.51 * Math.Pow(10, Math.Floor(Math.Log10(Math.Abs(value))) - 4));

    [Theory]
    [MemberData(nameof(LipschitzConstants))]
    public void The_Lipschitz_constant_is_the_known_one(string name, double value)
    {
        var lipschitz = Shapes.Of(name).Lipschitz;
        lipschitz.Value.ShouldBe(value, 1e-9);
        (lipschitz.High >= value - 1e-15).ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(Asymptotes))]
    public void Asymptotes_are_proved(string name, bool isRight, double slope, double intercept)
    {
        var shape = Shapes.Of(name);
        var line = (isRight ? shape.Right : shape.Left).Asymptote.ShouldNotBeNull();
        line.Slope.Value.ShouldBe(slope, 1e-15);
        line.Intercept.Value.ShouldBe(intercept, 1e-14);
    }

    [Fact]
    public void Zeros_are_bracketed_and_pieces_of_zeros_are_found()
    {
        Shapes.Of("relu").Zeros.ShouldHaveSingleItem().ShouldBe(new(-Inf, 0));
        Shapes.Of("dsilu").Zeros.ShouldHaveSingleItem().Value.ShouldBe(-1.2784645427610738, 1e-12);
        Shapes.Of("ncu").Zeros.Select(z => z.Value).ShouldBe([-1, 0, 1]);
        Shapes.Of("sine").Zeros.Select(z => z.Value / Math.PI).ShouldBe(Enumerable.Range(-10, 21).Select(i => (double)i), 1e-11);
        Shapes.Of("softplus").Zeros.ShouldBeEmpty();
        Shapes.Of("binary").Zeros.ShouldBeEmpty();
    }

    [Fact]
    public void Bends_are_where_the_slope_turns()
    {
        var bends = Shapes.Of("gelu").Bends.Where(b => b.To > -5 && b.From < 5).ToList();
        bends.Select(b => b.Direction).ShouldBe([Direction.Falling, Direction.Rising, Direction.Falling]);
        bends[1].From.ShouldBe(-Math.Sqrt(2), 1e-6);
        bends[1].To.ShouldBe(Math.Sqrt(2), 1e-6);
    }

    /// <summary>By the definition: no chord lies below the graph.</summary>
    [Theory]
    [InlineData("relu", Direction.Rising)]
    [InlineData("leaky_relu", Direction.Rising)]
    [InlineData("elu", Direction.Rising)]
    [InlineData("softplus", Direction.Rising)]
    [InlineData("square", Direction.Rising)]
    [InlineData("identity", Direction.Constant)]
    [InlineData("selu", null)]
    [InlineData("hard_tanh", null)]
    [InlineData("gelu", null)]
    [InlineData("step", null)]
    [InlineData("hard_shrink", null)]
    public void What_is_convex_all_through_is_told(string name, Direction? way) => Shapes.Of(name).Curvature.ShouldBe(way);

    [Fact]
    public void A_kink_divides_no_curve_that_bends_its_way()
    {
        Shape.Of(Catalog.Parse("abs(x) + x**2")).Bends.Select(b => b.Direction).ShouldBe([Direction.Rising]);
        Shape.Of(Catalog.Parse("abs(x) - x**2")).Bends.Select(b => b.Direction).ShouldBe([Direction.Falling, Direction.Falling]);
        Shape.Of(Catalog.Parse("log(abs(x))")).Curvature.ShouldBeNull();
    }

    [Fact]
    public void Zeros_beside_a_pole_are_found() =>
        Shape.Of(Catalog.Parse("log(abs(x))")).Zeros.Select(z => z.Value).ShouldBe([-1, 1], 1e-9);

    [Fact]
    public void A_jump_has_no_Lipschitz_constant() => Shapes.Of("step").Lipschitz.Value.ShouldBe(Inf);

    [Fact]
    public void A_function_of_ones_own_is_looked_into_as_well()
    {
        // x³ − 3x has its extremes at ∓1 and its zeros at 0 and ±√3.
        var shape = Shape.Of(default(Cubic));
        shape.Extremes.Select(turn => (turn.IsMinimum, Math.Round(turn.X.Value, 9), Math.Round(turn.Value.Value, 9))).ShouldBe([(false, -1, 2), (true, 1, -2)]);
        shape.Zeros.Select(z => z.Value).ShouldBe([-Math.Sqrt(3), 0, Math.Sqrt(3)], 1e-11);
        shape.Parity.ShouldBe(Parity.Odd);
        shape.Range.ShouldBe((new(-Inf, -Inf), new(Inf, Inf)));
        shape.Bends.Select(b => b.Direction).ShouldBe([Direction.Falling, Direction.Rising]);
    }

    [Theory]
    [InlineData("gelu_tanh", 32.0)]
    [InlineData("softplus", 32.0)]
    [InlineData("soft_root_sign", 32.0)]
    [InlineData("asinh", 32.0)]
    [InlineData("isru", 32.0)]
    [InlineData("dsu", 32.0)]
    [InlineData("xielu", 32.0)]
    public void What_a_tail_says_holds_farther_out(string name, double from)
    {
        var activation = EveryFunction.Named(name).Create();
        foreach (var side in new[] { -1, 1 })
        {
            var tail = activation.Enclosure.Beyond(side < 0 ? -Tail.From(from) : Tail.From(from)).Value;
            foreach (var t in new[] { 1, 1.5, 4, 100, 1e6, 1e20 })
            {
                var rest = tail.Rest * Math.Pow(t, tail.Power);
                var bounds = (tail.Linear * t) + tail.Constant + rest;
                var y = activation.Of(side * from * t);
                (bounds.Low - (1e-13 * (1 + Math.Abs(y))) <= y && bounds.High + (1e-13 * (1 + Math.Abs(y))) >= y).ShouldBeTrue($"{name}({side * from * t:R}) = {y:R} in {bounds}");
            }
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_reach_is_positive(double reach) => Should.Throw<ArgumentOutOfRangeException>(() => Shape.Of(default(Relu), reach));

    private readonly record struct Cubic : IActivation
    {
        public T Of<T>(T x)
            where T : struct, IReal<T> =>
            x * ((x * x) - 3);
    }
}
