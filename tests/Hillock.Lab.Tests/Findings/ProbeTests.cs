namespace Hillock.Lab.Tests;

public sealed class ProbeTests
{
    [Fact]
    public void A_unit_is_dead_when_it_is_off_for_every_sample_not_for_some()
    {
        // Inputs -1 and 1, weights 1: with a bias of -2 a relu is never on, with 0 for one of the two, with 2 always.
        Look("relu", 1, [-2, 0, 2]).Dead.ShouldBe(1);
        Look("leaky_relu", 1, [-2, 0, 2]).Dead.ShouldBe(0);
        Look("relu", 1, [-2, -3, -4]).Dead.ShouldBe(3);
        Look("prelu(alpha=trainable_per_unit(0))", 1, [-2, 0, 2]).Dead.ShouldBe(1);
    }

    [Theory]
    [InlineData("tanh", 10, 1.0)] // tanh′(10) = 8e-9.
    [InlineData("tanh", 1, 0.0)] // tanh′(1) = 0.42.
    [InlineData("sigmoid", 7, 1.0)] // s′(7) = 9e-4 of at most 0.25.
    [InlineData("sigmoid", 4, 0.0)] // s′(4) = 0.018.
    [InlineData("hard_tanh", 2, 1.0)]
    [InlineData("relu6", 7, 0.5)] // 7 is cut off, -7 is merely off.
    [InlineData("relu", 7, 0.0)]
    [InlineData("gelu", 20, 0.0)]
    public void Saturation_is_a_slope_near_zero_where_a_bounded_function_is_not_off(string name, float weight, double share) =>
        Look(name, weight, [0, 0]).Saturated.ShouldBe(share);

    [Fact]
    public void Gradients_are_root_mean_squares_per_weight()
    {
        // One linear unit, z = 3x for x = ±1, targets 0: loss = mean z², gradient = mean 2·3x·x = 6.
        var network = new Network([new Dense("logits", 1, 1)]);
        network.Layers[0].Trainables[0].Value.Values[0] = 3;
        Look(network).Single().Gradient.ShouldBe(6, 1e-6);
    }

    /// <summary>One hidden layer with equal weights and given biases, seen with the inputs -1 and 1.</summary>
    private static LayerState Look(string activation, float weight, float[] biases)
    {
        var network = Network.Perceptron(1, [biases.Length], 1, Catalog.Parse(activation));
        network.Layers[0].Trainables[0].Value.Values.Fill(weight);
        biases.CopyTo(network.Layers[0].Trainables[1].Value.Values);
        return Look(network)[0];
    }

    private static IReadOnlyList<LayerState> Look(Network network) =>
        Probe.Look(new(network, new MeanSquaredError(), new Sgd()), (Tensor.From([-1, 1], 2, 1), new Tensor(2, 1)));
}
