namespace Hillock.Training.Tests;

public sealed class TokenTests
{
    [Theory]
    [InlineData(5f, "embedding1: 5 in sample 1, step 2 is no token; tokens are whole numbers from 0 to 4")]
    [InlineData(-1f, "-1 in sample 1")]
    [InlineData(1.5f, "1.5 in sample 1")]
    [InlineData(float.NaN, "NaN in sample 1")]
    [InlineData(1e30f, "is no token")]
    public void Numbers_that_are_no_tokens_are_refused(float token, string message)
    {
        var network = Plan.Parse("embedding 5 2").Build(3);
        Should.Throw<HillockException>(() => network.Forward(Tensor.From([0, 4, 1, 0, 0, token], 2, 3))).Message.ShouldContain(message);
    }

    [Fact]
    public void Embedded_tokens_are_standard_normal()
    {
        var network = Plan.Parse("embedding 300 300").Build(3);
        network.Initialize(1);
        double[] weights = [.. network.Trainables[0].Value.Values.ToArray()];
        // Five standard errors of 90,000 draws.
        weights.Average().ShouldBe(0, 5 / 300.0);
        weights.Average(w => w * w).ShouldBe(1, 5 * Math.Sqrt(2) / 300);
    }

    [Fact]
    public void First_weights_of_a_sine_layer_are_SIRENs()
    {
        var network = Plan.Parse("sine 256, sine 256, sine 256 omega 10").Build(2);
        network.Initialize(1);
        float[] bounds = [.. network.Trainables.Where(t => t.Name.EndsWith("weights", StringComparison.Ordinal)).Select(t => t.Value.Values.ToArray().Max(Math.Abs))];
        ((double)bounds[0]).ShouldBeInRange(0.98 / 2, 0.5);
        ((double)bounds[1]).ShouldBeInRange(0.98 * Math.Sqrt(6.0 / 256) / 30, Math.Sqrt(6.0 / 256) / 30);
        ((double)bounds[2]).ShouldBeInRange(0.98 * Math.Sqrt(6.0 / 256) / 10, Math.Sqrt(6.0 / 256) / 10);
    }

    [Fact]
    public void Siren_is_of_sine_layers_for_the_sine_and_of_dense_ones_for_others()
    {
        var plan = Plan.Parse("siren");
        plan.Build(2, 3, Catalog.Parse("sine")).Layers.Count(layer => layer is SineLayer).ShouldBe(3);
        plan.Build(2, 3, Catalog.Parse("sine")).Layers[0].Activation!.ToString().ShouldBe("sine(omega=30)");
        var other = plan.Build(2, 3, Catalog.Parse("relu"));
        other.Layers.Any(layer => layer is SineLayer).ShouldBeFalse();
        other.Layers[0].Activation!.Name.ShouldBe("relu");
        other.Trainables.Select(t => t.Value.ToString()).ShouldBe(plan.Build(2, 3, Catalog.Parse("sine")).Trainables.Select(t => t.Value.ToString()));
    }
}
