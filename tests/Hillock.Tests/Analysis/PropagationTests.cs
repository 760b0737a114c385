namespace Hillock.Tests;

/// <summary>Signal propagation against shared/reference/theory.md 4.3, and what is known in closed form.</summary>
public class PropagationTests
{
    private const double LastDigit = 6e-5;

    /// <summary>The edge of chaos: σ_w² for σ_b² = 0 (its limit), 0.0025, 0.01, 0.04, 0.05, 0.1 and 0.25.</summary>
    /// <remarks>
    /// theory.md's digits for functions with kinks are those of a quadrature that passes over them; corrected here from mpmath's,
    /// cut at the kinks, and for hard_tanh from erf in closed form (1.4717 for 1.4705), for softsign and hard_swish in the last digits.
    /// </remarks>
    [Theory]
    [InlineData("tanh", 1.0, 1.2601, 1.4242, 1.7008, 1.7610, 1.9861, 2.4015)]
    [InlineData("hard_tanh", 1.0, 1.0178, 1.0521, 1.1419, 1.1655, 1.2634, 1.4717)]
    [InlineData("erf", 0.7854, 0.9874, 1.1143, 1.3289, 1.3758, 1.5521, 1.8805)]
    [InlineData("softsign", 1.0, 1.8525, 2.2888, 2.9916, 3.1412, 3.6941, 4.6925)]
    [InlineData("elu", 1.0, 1.2811, 1.3833, 1.5111, 1.5337, 1.6067, 1.7059)]
    [InlineData("selu", 0.4768, 0.6757, 0.7602, 0.8789, 0.9018, 0.9803, 1.1017)]
    [InlineData("gelu", 4.0, 3.4295, 2.9828, 2.3932, 2.3025, 2.0767, 1.9596)]
    [InlineData("silu", 4.0, 3.6291, 3.3126, 2.8208, 2.7286, 2.4396, 2.1227)]
    [InlineData("mish", 2.778, 2.5509, 2.3746, 2.1417, 2.1048, 2.0069, 1.9416)]
    [InlineData("hard_swish", 4.0, 3.7421, 3.5010, 3.0671, 2.9743, 2.6508, 2.2113)]
    public void The_edge_of_chaos_is_where_theory_has_it(string name, params double[] weights)
    {
        double[] biases = [0, 0.0025, 0.01, 0.04, 0.05, 0.1, 0.25];
        for (var i = 0; i < biases.Length; i++)
        {
            // The limit for mish is written with three digits.
            CriticalPoint.At(Catalog.Parse(name), biases[i])!.Value.Weights.ShouldBe(weights[i], i == 0 ? 3e-4 : LastDigit, $"{name} at {biases[i]}");
        }
    }

    [Theory]
    [InlineData("tanh", 0.05, 0.570)]
    [InlineData("tanh", 0.25, 1.318)]
    [InlineData("tanh", 0.0025, 0.154)]
    public void There_the_signal_settles(string name, double biases, double variance)
    {
        var f = Catalog.Parse(name);
        var point = CriticalPoint.At(f, biases)!.Value;
        point.Variance.ShouldBe(variance, 6e-4);
        var network = new Propagation(f, point.Weights, biases);
        network.Fixed().ShouldBe(point.Variance, 1e-6);
        network.Chi(point.Variance).ShouldBe(1, 1e-9);
    }

    [Theory]
    [InlineData("relu", 2)]
    [InlineData("leaky_relu(alpha=0.2)", 2 / 1.04)]
    public void Functions_that_scale_have_one_point_and_keep_every_variance(string name, double weights)
    {
        var f = Catalog.Parse(name);
        CriticalPoint.At(f, 0).ShouldBe(new CriticalPoint(weights, 0, double.NaN), EqualTo(1e-12));
        CriticalPoint.At(f, 0.05).ShouldBeNull();
        CriticalPoint.HalfStable(f).ShouldBeNull();
        new Propagation(f, weights).Next(3).ShouldBe(3, 1e-12);
    }

    [Theory]
    [InlineData("sigmoid")]
    [InlineData("softplus")]
    public void Some_functions_have_no_edge(string name)
    {
        foreach (var biases in new[] { 0, 0.0025, 0.05, 0.25 })
        {
            CriticalPoint.At(Catalog.Parse(name), biases).ShouldBeNull();
        }
    }

    /// <summary>Roberts, Yaida and Hanin 2021, as theory.md quotes them.</summary>
    [Theory]
    [InlineData("gelu", 3.5616, 1.983058, 0.172922)]
    [InlineData("silu", 14.3202, 1.988005, 0.555143)]
    public void Half_stable_points(string name, double variance, double weights, double biases)
    {
        var point = CriticalPoint.HalfStable(Catalog.Parse(name))!.Value;
        point.Variance.ShouldBe(variance, 6e-5);
        point.Weights.ShouldBe(weights, 6e-7);
        point.Biases.ShouldBe(biases, 6e-7);
    }

    [Fact]
    public void A_signal_vanishes_explodes_or_settles()
    {
        var linear = Catalog.Parse("linear");
        new Propagation(linear, 0.9).Fixed().ShouldBe(0);
        new Propagation(linear, 1.1).Fixed().ShouldBe(double.PositiveInfinity);
        new Propagation(linear, 0.5, 1).Fixed().ShouldBe(2, 1e-12);
        Propagation.Depth(Math.Exp(-0.25)).ShouldBe(4, 1e-12);
        Propagation.Depth(1).ShouldBe(double.NegativeInfinity);
    }

    [Theory]
    [InlineData("gelu", "gelu_tanh", 5e-4)]
    [InlineData("hard_swish", "silu", 0.1)]
    [InlineData("tanh", "scaled_tanh", 0.5)]
    public void The_nearest_functions_are_near(string name, string neighbour, double within) =>
        Likeness.Nearest(Catalog.Parse(name), 12).ShouldContain(likeness => likeness.Name == neighbour && likeness.Distance < within);

    [Fact]
    public void The_values_that_functions_are_compared_with_are_those_they_have() =>
        Approved.ShouldSay(Repository.Path("src/Hillock/Analysis/values.txt"), Likeness.File(), "write it anew with HILLOCK_APPROVE=1 and build again");

    [Fact]
    public void The_distance_is_that_under_the_normal()
    {
        // E (relu(z) − z)² = E min(z, 0)² = ½
        var linear = Likeness.Nearest(Catalog.Parse("relu"), 200).Single(likeness => likeness.Name == "linear");
        linear.Distance.ShouldBe(Math.Sqrt(0.5), 1e-3);
    }

    [Fact]
    public void Saturated_zones_end_where_the_slope_reaches_the_threshold()
    {
        // tanh′ = sech² is 0.01 at ± acosh 10.
        var zones = Saturation.Of(Catalog.Parse("tanh"));
        zones.Count.ShouldBe(2);
        zones[0].ShouldBe(new(double.NegativeInfinity, -Math.Acosh(10)), Near);
        zones[1].ShouldBe(new(Math.Acosh(10), double.PositiveInfinity), Near);
        Saturation.Of(Catalog.Parse("relu")).ShouldHaveSingleItem().ShouldBe(new(double.NegativeInfinity, 0), Near);
        Saturation.Of(Catalog.Parse("linear")).ShouldBeEmpty();
        Saturation.Of(Catalog.Parse("hard_tanh"), 0.5).Count.ShouldBe(2);
    }

    /// <summary>Near an extreme, or where it only touches 0, a small slope is not saturation; a flat piece is, however narrow.</summary>
    [Theory]
    [InlineData("gelu", 1)]
    [InlineData("silu", 1)]
    [InlineData("snake", 0)]
    [InlineData("square", 0)]
    [InlineData("soft_shrink(lambda=0.05)", 1)]
    public void Zones_are_wide_or_flat(string name, int zones) => Saturation.Of(Catalog.Parse(name)).Count.ShouldBe(zones);

    [Theory]
    [InlineData("log(x)", double.NegativeInfinity, 0)]
    [InlineData("sqrt(1 - x*x) + x", 1, double.PositiveInfinity)]
    public void Where_a_function_has_no_value_is_told(string text, double from, double to) =>
        Saturation.Undefined(Formula.Parse(text, code: FormulaCode.Interpreted).Create())[^1].ShouldBe(new(from, to), Near);

    /// <summary>E 1/z and E 1/z² are none; the logarithm of a size has both moments, by Euler's constant γ: E ln|z| = −(γ + ln 2)/2.</summary>
    /// <summary>Near 0 a square passes on nothing of a small signal, and no weights make up for that; a line has no tendency, and no one point.</summary>
    [Fact]
    public void What_is_flat_or_a_line_about_0_has_no_point_there()
    {
        CriticalPoint.At(Catalog.Parse("x*x"), 0).ShouldBeNull();
        CriticalPoint.HalfStable(Catalog.Parse("hard_tanh")).ShouldBeNull();
    }

    [Fact]
    public void A_pole_has_the_moments_that_it_has()
    {
        var pole = Moments.Of(Catalog.Parse("1/x"));
        (double.IsNaN(pole.Mean), pole.Square, pole.SlopeSquare).ShouldBe((true, double.PositiveInfinity, double.PositiveInfinity));
        var log = Moments.Of(Catalog.Parse("log(abs(x))"));
        log.Mean.ShouldBe(-(0.57721566490153286 + Math.Log(2)) / 2, 1e-9);
        (log.Square - (log.Mean * log.Mean)).ShouldBe(Math.PI * Math.PI / 8, 1e-9);
        log.SlopeSquare.ShouldBe(double.PositiveInfinity);
        CriticalPoint.At(Catalog.Parse("1/x"), 0.05).ShouldBeNull();
    }

    [Theory]
    [InlineData("log(x)")]
    [InlineData("x**1.5")]
    [InlineData("sqrt(x)")]
    public void What_has_no_value_for_half_of_the_inputs_has_no_moments(string text)
    {
        var f = Catalog.Parse(text);
        var moments = Moments.Of(f);
        new[] { moments.Mean, moments.Square, moments.SlopeSquare }.ShouldAllBe(moment => double.IsNaN(moment));
        (CriticalPoint.At(f, 0), CriticalPoint.At(f, 0.05), CriticalPoint.HalfStable(f)).ShouldBe((null, null, null));
        Saturation.Of(f).ShouldAllBe(zone => zone.From >= 0);
    }

    [Fact]
    public void What_has_a_value_everywhere_is_undefined_nowhere() => Saturation.Undefined(Catalog.Parse("gelu")).ShouldBeEmpty();

    private static IEqualityComparer<Saturation> Near { get; } = EqualityComparer<Saturation>.Create(
        (a, b) => Same(a.From, b.From, 1e-9) && Same(a.To, b.To, 1e-9));

    private static IEqualityComparer<CriticalPoint?> EqualTo(double tolerance) => EqualityComparer<CriticalPoint?>.Create(
        (a, b) => Same(a!.Value.Weights, b!.Value.Weights, tolerance) && Same(a.Value.Biases, b.Value.Biases, tolerance) && Same(a.Value.Variance, b.Value.Variance, tolerance));

    private static bool Same(double left, double right, double tolerance) => left.Equals(right) || Math.Abs(left - right) <= tolerance;
}
