namespace Hillock.Lab.Tests;

/// <summary>Figures of advice against shared/reference/theory.md and what is known in closed form.</summary>
public sealed class TheoryTests
{
    /// <summary>4.5, by units of a layer and by layers of which the last is the output; 1 − (15/16)⁴ = 0.2275 is cut to 0.227 there.</summary>
    [Theory]
    [InlineData(2, 0.684, 0.925, 0.996, 1.000, 1.000)]
    [InlineData(4, 0.2275, 0.441, 0.707, 0.958, 0.998)]
    [InlineData(8, 0.016, 0.035, 0.072, 0.175, 0.321)]
    [InlineData(16, 0.0001, 0.0001, 0.0003, 0.0007, 0.0015)]
    public void Narrow_deep_relu_networks_are_born_dead(int width, params double[] chances)
    {
        int[] layers = [5, 10, 20, 50, 100];
        foreach (var (count, chance) in layers.Zip(chances))
        {
            BornDead.Probability(width, count - 1).ShouldBe(chance, chance < 0.01 ? 5.1e-5 : 5.1e-4, $"{width} × {count}");
        }
    }

    [Fact]
    public void Of_a_wide_network_the_chance_is_tiny_and_not_0() =>
        (BornDead.Probability(100, 10) / (10 * Math.Pow(2, -100))).ShouldBe(1, 1e-12);

    /// <summary>The share of a normal where the slope is 0: Φ tells.</summary>
    [Theory]
    [InlineData("relu", 1, 0.5)]
    [InlineData("relu", 7, 0.5)]
    [InlineData("hard_tanh", 1, 0.317310507862914)]
    [InlineData("hard_swish", 1, 0.00134989803163009)]
    [InlineData("hard_swish", 9, 0.158655253931457)]
    [InlineData("leaky_relu", 1, 0)]
    [InlineData("gelu", 1, 0)]
    [InlineData("tanh", 1, 0)]
    public void Units_without_slope_are_counted(string name, double variance, double share) =>
        BornDead.Inactive(Catalog.Parse(name), variance).ShouldBe(share, 1e-9);

    /// <summary>4.2: with the gain 1/√E f² signals stay, and gradients' squares are multiplied by E f′²/E f².</summary>
    /// <remarks>Of hard_tanh E f′² is erf(1/√2) = 0.682689; theory.md has 0.682205, of a quadrature that passes over kinks.</remarks>
    [Theory]
    [InlineData("linear", 1, 1)]
    [InlineData("relu", 1.4142, 0.5)]
    [InlineData("leaky_relu(alpha=0.01)", 1.4141, 0.50005)]
    [InlineData("leaky_relu(alpha=0.2)", 1.3868, 0.52)]
    [InlineData("elu", 1.2452, 0.668102)]
    [InlineData("selu", 1.0000, 1.071574)]
    [InlineData("gelu", 1.5335, 0.455851)]
    [InlineData("silu", 1.6765, 0.379482)]
    [InlineData("mish", 1.4868, 0.479084)]
    [InlineData("hard_swish", 1.7367, 0.358527)]
    [InlineData("softplus", 1.0419, 0.293379)]
    [InlineData("sigmoid", 1.8462, 0.044836)]
    [InlineData("tanh", 1.5925, 0.464403)]
    [InlineData("hard_tanh", 1.3920, 0.682689)]
    [InlineData("softsign", 2.3375, 0.227671)]
    [InlineData("erf", 1.4672, 0.569410)]
    [InlineData("sine", 1.5209, 0.567668)]
    [InlineData("squared_relu", 0.8165, 2)]
    [InlineData("lecun_tanh", 1.1544, 0.803989)]
    public void Gains_hold_signals_and_chi_follows(string name, double gain, double slopeSquare)
    {
        const double tolerance = 6e-5;
        var signal = SignalPropagation.Of(Catalog.Parse(name), Initializer.Auto, 30);
        signal.Map.Gain.Factor.ShouldBe(gain, tolerance);
        signal.Variances.ShouldAllBe(q => Math.Abs(q - 1) < 1e-9);
        signal.Settled.ShouldBe(1, 1e-9);
        var chi = gain * gain * slopeSquare;
        signal.SettledChi.ShouldBe(chi, 3 * tolerance * chi);
        signal.GradientRatio.ShouldBe(Math.Pow(chi, 29 / 2.0), 0.01 * Math.Pow(chi, 29 / 2.0) + 1e-9, name);
    }

    /// <summary>The centred gain: χ₁ is 1.03 for sigmoid (4.8022·0.044836), and the signal stays.</summary>
    [Theory]
    [InlineData("sigmoid", 0.044836 / (0.293379 - 0.25))]
    [InlineData("relu", 0.5 / (0.5 - (0.5 / Math.PI)))]
    public void Biases_that_subtract_the_mean_are_followed(string name, double chi)
    {
        var signal = SignalPropagation.Of(Catalog.Parse(name), Initializer.Centred, 10);
        signal.Variances.ShouldAllBe(q => Math.Abs(q - 1) < 1e-9);
        signal.Chis[^1].ShouldBe(chi, 2e-5);
    }

    /// <summary>Batch norm makes gradients grow: of relu by π/(π − 1) in a layer (Yang et al. 2019, arXiv:1902.08129); layer norm leaves relu's as they are.</summary>
    [Theory]
    [InlineData("batchnorm", "relu", Math.PI / (Math.PI - 1))]
    [InlineData("batchnorm", "linear", 1)]
    [InlineData("layernorm", "relu", 1)]
    [InlineData("rmsnorm", "gelu", 0.455851 / 0.425221)]
    [InlineData("groupnorm", "tanh", 0.464403 / 0.394294)]
    public void Normalisation_holds_signals_but_not_gradients(string normalization, string name, double chi)
    {
        var kind = NormalizationKind.All.Single(one => one.Name == normalization);
        foreach (var rule in new[] { "auto", "he", "pytorch" })
        {
            SignalPropagation.Of(Catalog.Parse(name), Initializer.Named(rule), 7, kind).Chis.ShouldAllBe(value => Math.Abs(value - chi) < 1e-5);
        }
    }

    /// <summary>Where signals go: relu keeps every size, with less it fades and with more it grows; 4.3: tanh at (1, 0) fades.</summary>
    [Theory]
    [InlineData("relu", "he", 2)]
    [InlineData("relu", "lecun", 0)]
    [InlineData("tanh", "lecun", 0)]
    [InlineData("linear", "he", double.PositiveInfinity)]
    [InlineData("linear", "pytorch", 0)]
    public void Signals_settle_vanish_or_grow(string name, string rule, double settled)
    {
        var found = SignalPropagation.Of(Catalog.Parse(name), Initializer.Named(rule), 3).Settled;
        (found.Equals(settled) || Math.Abs(found - settled) < 1e-9).ShouldBeTrue($"{found}");
    }

    /// <summary>The depth scale is −1/ln χ₁ where the signal settles, here by the closed form E sin′² = (1 + e^−2q)/2.</summary>
    [Fact]
    public void The_depth_scale_is_that_of_the_fixed_point()
    {
        var signal = SignalPropagation.Of(Catalog.Parse("sine"), Initializer.Named("he"), 5);
        var q = signal.Settled;
        (1 - Math.Exp(-2 * q)).ShouldBe(q, 1e-9); // q = 2·E sin²
        signal.DepthScale.ShouldBe(-1 / Math.Log(1 + Math.Exp(-2 * q)), 1e-6);
        SignalPropagation.Of(Catalog.Parse("relu"), Initializer.Named("he"), 5).DepthScale.ShouldBe(double.PositiveInfinity);
    }

    /// <summary>f(x) = x²: the second moment's map is q ↦ gain²·3q², whose logarithm has slope 2.</summary>
    [Fact]
    public void Stability_is_the_slope_of_the_logarithms()
    {
        new VarianceMap(Catalog.Parse("square"), Gain.One).Stability(0.7).ShouldBe(2, 1e-6);
        new VarianceMap(Catalog.Parse("relu"), Gain.One).Stability(3).ShouldBe(1, 1e-6);
    }

    /// <summary>exp(x) is beyond 65504 from ln 65504 = 11.09 on, relu² from 256; tanh is 1 − 2e^−2x, so its last digit is gone where that is below a quarter of ε.</summary>
    [Fact]
    public void Formats_lose_what_they_lose()
    {
        var (half, single, brain) = (Precision("float16"), Precision("float32"), Precision("bfloat16"));
        half.OverflowsFrom(Catalog.Parse("exp(x)")).ShouldBe(Math.Log(65504), 0.1);
        single.OverflowsFrom(Catalog.Parse("exp(x)")).ShouldBe(88.72, 0.7);
        half.OverflowsFrom(Catalog.Parse("squared_relu")).ShouldBe(256, 2);
        half.OverflowsFrom(Catalog.Parse("tanh")).ShouldBe(double.PositiveInfinity);
        foreach (var format in new[] { half, single, brain })
        {
            format.SettlesFrom(Catalog.Parse("tanh")).ShouldBe(0.5 * Math.Log(8 / format.Epsilon), 0.13);
        }
        half.SlopeVanishesFrom(Catalog.Parse("sigmoid")).ShouldBe(-Math.Log(half.Least / 2), 0.13);
        single.SettlesFrom(Catalog.Parse("relu")).ShouldBe(double.PositiveInfinity);
    }

    private static NumberPrecision Precision(string name) => NumberPrecision.All.Single(one => one.Name == name);
}
