namespace Hillock.Lab.Tests;

/// <summary>What is predicted of networks before training is what they do.</summary>
public sealed class MeasuredTests
{
    private const double Tenth = 0.1;

    /// <summary>
    /// Wide networks, in the mean over some: one of 512 units strays by √(5·depth/512) with relu, so that many are wanted for relu to be
    /// within a tenth; functions that hold the size of signals need fewer. Where the size is not stable, as silu's with auto, what a finite width
    /// is off grows from layer to layer: it takes twice the width.
    /// </summary>
    [Theory]
    [InlineData("relu", "he", 10, 512, 40)]
    [InlineData("relu", "glorot", 10, 512, 40)]
    [InlineData("leaky_relu(alpha=0.2)", "auto", 10, 512, 40)]
    [InlineData("tanh", "auto", 20, 512, 6)]
    [InlineData("tanh", "glorot", 20, 512, 6)]
    [InlineData("gelu", "auto", 10, 512, 24)]
    [InlineData("gelu", "he", 10, 512, 24)]
    [InlineData("silu", "auto", 10, 1024, 16)]
    [InlineData("silu", "glorot", 10, 512, 24)]
    [InlineData("selu", "lecun", 20, 512, 8)]
    [InlineData("selu", "auto", 10, 512, 8)]
    [InlineData("sigmoid", "auto", 10, 512, 8)]
    [InlineData("sigmoid", "glorot", 10, 512, 8)]
    [InlineData("sigmoid", "centred", 10, 512, 8)]
    [InlineData("sine", "he_uniform", 10, 512, 8)]
    [InlineData("x*tanh(exp(x))", "auto", 10, 512, 24)]
    public void Signals_and_gradients_are_within_a_tenth_of_theory(string name, string rule, int depth, int width, int networks) =>
        Check(Catalog.Parse(name), Initializer.Named(rule), depth, width, networks, null);

    [Theory]
    [InlineData("relu", "batchnorm")]
    [InlineData("gelu", "layernorm")]
    [InlineData("tanh", "rmsnorm")]
    public void So_they_are_with_normalisation(string name, string normalization) =>
        Check(Catalog.Parse(name), Initializer.Auto, 6, 512, 12, NormalizationKind.All.Single(one => one.Name == normalization));

    private static void Check(Activation f, Initializer rule, int depth, int width, int networks, NormalizationKind? normalization)
    {
        var predicted = SignalPropagation.Of(f, rule, depth, normalization);
        var measured = MeasuredSignal.Of(f, rule, depth, width, networks, normalization, TestContext.Current.CancellationToken);
        for (var layer = 0; layer < depth; layer++)
        {
            (measured.Variances[layer] / predicted.Variances[layer]).ShouldBe(1, Tenth, $"variance of layer {layer + 1}");
            (measured.Gradients[layer] / predicted.Gradients[layer]).ShouldBe(1, Tenth, $"gradient of layer {layer + 1}");
        }
    }
}
