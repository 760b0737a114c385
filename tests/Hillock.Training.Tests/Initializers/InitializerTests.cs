namespace Hillock.Training.Tests;

public sealed class InitializerTests
{
    private static readonly double RootTerm = 1 / Math.Sqrt(2 * Math.PI);

    public static TheoryData<Scalar, double, double, double> Table => new()
    {
        // E f, E f², E f′² from shared/reference/theory.md, 4.2.
        { Scalar.Relu, 1 / Math.Sqrt(2 * Math.PI), 0.5, 0.5 },
        { Scalar.Tanh, 0, 0.394294, 0.464403 },
        { Scalar.Sigmoid, 0.5, 0.293379, 0.044836 },
        { Scalar.Softplus, 0.8061, 0.921246, 0.293379 },
        // (1 − e⁻²)/2 and (1 + e⁻²)/2.
        { new("sin", (x, _) => Math.Sin(x), (x, _) => Math.Cos(x)), 0, (1 - Math.Exp(-2)) / 2, (1 + Math.Exp(-2)) / 2 },
        // max(x, 0) − 6: the mean of relu is 1/√2π, its square ½.
        { new("relu - 6", (x, _) => Math.Max(x, 0) - 6, (x, _) => x > 0 ? 1 : 0), RootTerm - 6, 36.5 - (12 * RootTerm), 0.5 },
        // The slope's is the probability of |z| < 1.
        { new("hard_tanh", (x, _) => Math.Clamp(x, -1, 1), (x, _) => Math.Abs(x) < 1 ? 1 : 0), 0, 0.516059, 0.6826895 },
        { new("square", (x, _) => x * x, (x, _) => 2 * x), 1, 3, 4 },
    };

    /// <summary>1/√E f², then 1/√Var f and E f.</summary>
    public static TheoryData<Scalar, double, double, double> Gains => new()
    {
        // Var relu = 1/2 − 1/2π = .34085.
        { Scalar.Relu, 1.4142, 1.7129, 0.398942 },
        { Scalar.Tanh, 1.5925, 1.5925, 0 },
        // 1/√.293379; Var f = .293379 − .25 = .043379.
        { Scalar.Sigmoid, 1.8462, 4.8014, 0.5 },
        // 1/√.921246; Var f = .921246 − .8061² = .2715.
        { Scalar.Softplus, 1.0419, 1.9193, 0.8061 },
        { new("step", (x, _) => x > 0 ? 1 : 0, (_, _) => 0), 1.4142, 2, 0.5 },
        { new("constant", (_, _) => 3, (_, _) => 0), 1.0 / 3, 1, 0 },
        { new("zero", (_, _) => 0, (_, _) => 0), 1, 1, 0 },
        { new("log", (x, _) => Math.Log(x), (x, _) => 1 / x), 1, 1, 0 },
        { new("explosive", (x, _) => Math.Exp(x * x), (x, _) => 2 * x * Math.Exp(x * x)), 1, 1, 0 },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void Moments_are_those_of_the_theory(Scalar f, double mean, double square, double slopeSquare)
    {
        var moments = Moments.Of(f);
        moments.Mean.ShouldBe(mean, 6e-5);
        moments.Square.ShouldBe(square, 1e-6);
        moments.SlopeSquare.ShouldBe(slopeSquare, 1e-6);
    }

    [Fact]
    public void Moments_with_a_closed_form_are_exact_to_ten_digits()
    {
        Moments.Of(Scalar.Relu).Square.ShouldBe(0.5, 1e-10);
        Moments.Of(new Scalar("sin", (x, _) => Math.Sin(x), (x, _) => Math.Cos(x))).Square.ShouldBe((1 - Math.Exp(-2)) / 2, 1e-10);
    }

    [Theory]
    [MemberData(nameof(Gains))]
    public void Gains_are_finite_and_as_documented(Scalar f, double plain, double centred, double mean)
    {
        Gain.After(f).Factor.ShouldBe(plain, 2e-3);
        Gain.After(f).Mean.ShouldBe(0);
        Gain.Centred(f).Factor.ShouldBe(centred, 2e-3);
        Gain.Centred(f).Mean.ShouldBe(mean, 6e-5);
    }

    [Theory]
    [InlineData("he", 2.0 / 400)]
    [InlineData("he_uniform", 2.0 / 400)]
    [InlineData("glorot", 2.0 / (400 + 300))]
    [InlineData("glorot_uniform", 2.0 / (400 + 300))]
    [InlineData("lecun", 1.0 / 400)]
    [InlineData("lecun_uniform", 1.0 / 400)]
    [InlineData("auto", 2.0 / 400)]
    public void Weights_have_mean_0_and_the_stated_variance(string name, double variance)
    {
        Tensor weights = new(400, 300), biases = new(300);
        Initializer.Named(name).Fill(weights, biases, linear: false, Scalar.Relu, new Draws(3, "weights"));
        double n = weights.Length, mean = 0, square = 0;
        foreach (var w in weights.Values)
        {
            (mean, square) = (mean + (w / n), square + ((double)w * w / n));
        }
        // 120,000 draws: five standard errors of the mean, and of the variance of a normal.
        Math.Abs(mean).ShouldBeLessThan(5 * Math.Sqrt(variance / n));
        square.ShouldBe(variance, 5 * variance * Math.Sqrt(2 / n));
        biases.Values.ToArray().ShouldAllBe(b => b == 0);
        if (name.EndsWith("uniform", StringComparison.Ordinal))
        {
            weights.Values.ToArray().Max(Math.Abs).ShouldBeInRange((float)(0.99 * Math.Sqrt(3 * variance)), (float)Math.Sqrt(3 * variance));
        }
    }

    [Fact]
    public void Centred_biases_subtract_the_mean_of_the_activation_before()
    {
        Tensor weights = new(50, 3), biases = new(3);
        Initializer.Centred.Fill(weights, biases, linear: false, Scalar.Sigmoid, new Draws(3, "weights"));
        for (var unit = 0; unit < 3; unit++)
        {
            double z = biases.Values[unit];
            for (var i = 0; i < 50; i++)
            {
                z += 0.5 * weights.Row(i)[unit];
            }
            z.ShouldBe(0, 1e-5);
        }
    }

    [Fact]
    public void An_unknown_name_is_answered_with_those_there_are() =>
        Should.Throw<HillockException>(() => Initializer.Named("centered")).Message.ShouldBe(
            "There is no initializer 'centered'; there are auto, centred, he, he_uniform, glorot, glorot_uniform, lecun, lecun_uniform, orthogonal, unit_variance, pytorch; did you mean 'centred'?");

    [Fact]
    public void A_layers_weights_depend_on_seed_and_name_alone()
    {
        var (first, second) = (Network.Perceptron(3, [4, 5], 2, Scalar.Relu), Network.Perceptron(3, [9, 4, 5], 2, Scalar.Tanh));
        first.Initialize(11, Initializer.Named("lecun"));
        second.Initialize(11, Initializer.Named("lecun"));
        first.Trainables[0].Value.Values[0].ShouldBe(second.Trainables[0].Value.Values[0]);
        second.Initialize(12, Initializer.Named("lecun"));
        first.Trainables[0].Value.Values[0].ShouldNotBe(second.Trainables[0].Value.Values[0]);
    }
}
