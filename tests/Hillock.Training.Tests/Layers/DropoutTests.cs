namespace Hillock.Training.Tests;

public sealed class DropoutTests : IDisposable
{
    private const int Count = 200_000;

    private readonly Crew _crew = new(1);

    public void Dispose() => _crew.Dispose();

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.5)]
    [InlineData(0.9)]
    public void A_share_is_dropped_and_the_rest_scaled(double share)
    {
        var layer = new Dropout("drop", 1000, share);
        float[] first = Ones(layer, 1), second = Ones(layer, 2), again = Ones(layer, 1);
        again.ShouldBe(first);
        foreach (var y in new[] { first, second })
        {
            y.ShouldAllBe(v => v == 0 || v == (float)(1 / (1 - share)));
            // Five deviations.
            ((double)y.Count(v => v == 0)).ShouldBe(share * Count, 5 * Math.Sqrt(Count * share * (1 - share)));
        }
        // Two steps agree by chance alone: p² + q² of the places.
        var agree = (share * share) + ((1 - share) * (1 - share));
        ((double)first.Zip(second).Count(pair => pair.First == pair.Second)).ShouldBe(agree * Count, 5 * Math.Sqrt(Count * agree * (1 - agree)));
        Ones(new Dropout("other", 1000, share), 1).ShouldNotBe(first);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_way_back_passes_where_the_way_forward_did(bool training)
    {
        var layer = new Dropout("drop", 1000, 0.3);
        layer.Forward(Filled(1), new(_crew, training, 5));
        layer.Gradients.Values.Fill(1);
        var gradients = new Tensor(Count / 1000, 1000);
        layer.Backward(gradients, _crew);
        gradients.Bits().ShouldBe(layer.Outputs.Bits());
        layer.Outputs.Values.ToArray().Any(y => y == 0).ShouldBe(training);
    }

    [Fact]
    public void Selu_is_dropped_as_its_authors_do()
    {
        var layer = new AlphaDropout("drop", 1000, 0.1, Catalog.Parse("selu"));
        // −λα; a = (q + α′²·q·(1 − q))^−½ and b = −a·(1 − q)·α′ from section 3 of the paper.
        const double Alpha = -1.7580993408473766, Q = 0.9;
        var a = 1 / Math.Sqrt(Q + (Alpha * Alpha * Q * (1 - Q)));
        var b = -a * (1 - Q) * Alpha;
        layer.SaturationValue.ShouldBe(Alpha, 1e-9);
        float[] y = Ones(layer, 1);
        foreach (var (value, expected) in new[] { (y.Max(), a + b), (y.Min(), (a * Alpha) + b) })
        {
            ((double)value).ShouldBe(expected, 1e-6);
        }
        y.Distinct().Count().ShouldBe(2);
    }

    /// <summary>The saturation value is the limit at −∞, 0 where that is not finite.</summary>
    [Theory]
    [InlineData("selu", -1.7580993408473766)]
    [InlineData("elu", -1)]
    [InlineData("relu", 0)]
    [InlineData("gelu", 0)]
    [InlineData("tanh", -1)]
    [InlineData("leaky_relu", 0)]
    [InlineData("x^2", 0)]
    public void Mean_and_variance_stay(string name, double saturation)
    {
        var activation = Catalog.Parse(name);
        var layer = new AlphaDropout("drop", 1000, 0.2, activation);
        layer.SaturationValue.ShouldBe(saturation, 1e-12);
        var inputs = Samples.Normal("inputs", Count / 1000, 1000);
        activation.Forward(inputs.Values.ToArray(), inputs.Values);
        var (mean, variance) = Moments(inputs);
        layer.Forward(inputs, new(_crew, true, 3));
        var (after, varianceAfter) = Moments(layer.Outputs);
        // Both are of 200,000 numbers: off by 1/450 of a deviation; the variance by more where tails are long.
        after.ShouldBe(mean, 0.015 * Math.Sqrt(variance));
        varianceAfter.ShouldBe(variance, 0.04 * variance);
        layer.Outputs.Bits().ShouldNotBe(inputs.Bits());
        layer.Forward(inputs, new(_crew));
        layer.Outputs.Bits().ShouldBe(inputs.Bits());
    }

    [Fact]
    public void Shares_outside_0_to_1_are_refused()
    {
        foreach (var share in new[] { -0.1, 1, double.NaN })
        {
            Should.Throw<ArgumentOutOfRangeException>(() => new Dropout("drop", 3, share));
        }
    }

    [Fact]
    public void A_plan_tells_alphadropout_the_activation_before_it()
    {
        var network = Plan.Parse("dense 4, {act}, dropout 0.1, alphadropout 0.1, residual (alphadropout 0.1, layernorm, alphadropout 0.1)")
            .Build(3, activation: Catalog.Parse("elu"));
        network.AllLayers.OfType<AlphaDropout>().Select(layer => layer.SaturationValue).ShouldBe([-1, -1, 0]);
    }

    private float[] Ones(Dropout layer, ulong seed)
    {
        layer.Forward(Filled(1), new(_crew, true, seed));
        return layer.Outputs.Values.ToArray();
    }

    private static Tensor Filled(float value)
    {
        var tensor = new Tensor(Count / 1000, 1000);
        tensor.Values.Fill(value);
        return tensor;
    }

    private static (double Mean, double Variance) Moments(Tensor tensor)
    {
        var mean = tensor.Values.ToArray().Average(v => (double)v);
        return (mean, tensor.Values.ToArray().Average(v => (v - mean) * (v - mean)));
    }
}
