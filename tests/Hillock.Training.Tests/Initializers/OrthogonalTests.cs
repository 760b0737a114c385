namespace Hillock.Training.Tests;

public sealed class OrthogonalTests
{
    [Theory]
    [InlineData(7, 7)]
    [InlineData(40, 13)]
    [InlineData(13, 40)]
    [InlineData(1, 5)]
    [InlineData(300, 200)]
    public void The_shorter_side_stands_upright_and_has_the_gain_for_length(int rows, int columns)
    {
        var (weights, biases) = (new Tensor(rows, columns), new Tensor(columns));
        Initializer.Named("orthogonal").Fill(weights, biases, linear: false, Scalar.Relu, new Draws(3, "weights"));
        double At(int i, int j) => rows <= columns ? weights.Row(i)[j] : weights.Row(j)[i];
        var (count, length) = (Math.Min(rows, columns), Math.Max(rows, columns));
        for (var i = 0; i < count; i++)
        {
            for (var other = 0; other <= i; other++)
            {
                var product = Enumerable.Range(0, length).Sum(j => At(i, j) * At(other, j));
                // Relu's gain is √2.
                product.ShouldBe(i == other ? 2 : 0, 1e-6);
            }
        }
        biases.Values.ToArray().ShouldAllBe(b => b == 0);
    }

    /// <summary>With one row every direction has the same chance: coordinates have mean 0 and mean square 1/n.</summary>
    [Fact]
    public void No_direction_is_preferred()
    {
        double sum = 0, square = 0;
        for (ulong seed = 0; seed < 2000; seed++)
        {
            var weights = new Tensor(3, 3);
            Initializer.Named("orthogonal").Fill(weights, new Tensor(3), linear: true, null, new Draws(seed, "weights"));
            (sum, square) = (sum + weights.Values[8], square + ((double)weights.Values[8] * weights.Values[8]));
        }
        // Five standard errors; w² has variance 4/45 for a point on a sphere.
        (sum / 2000).ShouldBe(0, 5 * Math.Sqrt(1.0 / 3 / 2000));
        (square / 2000).ShouldBe(1.0 / 3, 5 * Math.Sqrt(4.0 / 45 / 2000));
    }

    [Theory]
    [InlineData("repeat 6 (dense 40, {act}), dense 3", "relu")]
    [InlineData("repeat 6 (dense 40, {act}), dense 3", "sigmoid")]
    [InlineData("repeat 6 (dense 40, {act}), dense 3", "mish")]
    [InlineData("dense 40, residual (dense 40, {act}, dense 40), {act}, layernorm, dense 30, {act}, swiglu, dense 3", "gelu")]
    [InlineData("conv 6 3, {act}, conv 4 3, {act}, flatten, dense 9, dense 3", "tanh")]
    [InlineData("embedding 9 20, positions, dense 30, {act}, last, dense 3", "tanh")]
    public void Unit_variance_scales_every_layer_to_variance_1(string plan, string activation)
    {
        var tokens = plan.StartsWith("embedding", StringComparison.Ordinal);
        var network = Plan.Parse(plan).Build(plan.StartsWith("conv", StringComparison.Ordinal) ? [10, 2] : 20, activation: Catalog.Parse(activation));
        network.Initialize(1, Initializer.Named("orthogonal"));
        var inputs = tokens ? SmallNetworks.Inputs([20], 9, 64) : Samples.Normal("inputs", 64, 20);
        UnitVariance.Scale(network, inputs);
        network.Forward(inputs);
        var layers = network.AllLayers.Where(layer => layer is Dense or Convolution).ToArray();
        layers.Length.ShouldBeGreaterThan(1);
        foreach (var layer in layers)
        {
            double[] z = [.. layer.PreActivations.Values.ToArray()];
            var mean = z.Average();
            z.Average(v => (v - mean) * (v - mean)).ShouldBe(1, 0.01, layer.Name);
        }
        network.Steps.ShouldBe(0);
    }

    [Fact]
    public void The_rule_of_that_name_scales_orthogonal_weights()
    {
        var inputs = Samples.Normal("inputs", 64, 20);
        Network Built() => Plan.Parse("dense 9, tanh, dense 3").Build(20);
        var (network, expected) = (Built(), Built());
        network.Initialize(5, Initializer.Named("unit_variance"), inputs);
        expected.Initialize(5, Initializer.Named("orthogonal"));
        UnitVariance.Scale(expected, inputs);
        network.Trainables.SelectMany(t => t.Value.Bits()).ShouldBe(expected.Trainables.SelectMany(t => t.Value.Bits()));
        Should.Throw<ArgumentException>(() => network.Initialize(5, Initializer.Named("unit_variance"))).Message.ShouldContain("what a batch of data makes of them");
    }

    [Fact]
    public void A_layer_that_does_not_vary_stays_as_it_is()
    {
        var network = Plan.Parse("dense 4, 0*x, dense 2").Build(3);
        network.Initialize(1);
        var before = network.Trainables.Where(t => t.Name.StartsWith("dense2", StringComparison.Ordinal)).SelectMany(t => t.Value.Bits()).ToArray();
        UnitVariance.Scale(network, Samples.Normal("inputs", 8, 3));
        network.Trainables.Where(t => t.Name.StartsWith("dense2", StringComparison.Ordinal)).SelectMany(t => t.Value.Bits()).ShouldBe(before);
    }
}
