namespace Hillock.Training.Tests;

public sealed class NormTests : IDisposable
{
    private readonly Crew _crew = new(1);

    public void Dispose() => _crew.Dispose();

    /// <summary>What lies far from 0 has its digits used up by the mean; what is left of them is kept.</summary>
    [Theory]
    [InlineData("batchnorm", 1e4)]
    [InlineData("layernorm", 1e4)]
    [InlineData("groupnorm 2", 1e4)]
    [InlineData("groupnorm 24", 1e4)]
    [InlineData("batchnorm", 0)]
    public void Outcomes_have_mean_0_and_variance_1(string plan, double centre)
    {
        var layer = Plan.Parse(plan).Build([50, 24]).Last;
        layer.Initialize(Initializer.Auto, null, new Draws(1, ""));
        var inputs = Samples.Normal("inputs", 40, 50 * 24);
        foreach (ref var x in inputs.Values)
        {
            x = (float)(centre + (3 * x));
        }
        layer.Forward(inputs, new(_crew, IsTraining: true));
        float[] y = layer.Outputs.Values.ToArray();
        // The three numbers that are normalised together in each case: a channel, a row, a group of the first sample.
        float[] together = plan switch
        {
            "batchnorm" => [.. Enumerable.Range(0, 2000).Select(i => y[(24 * i) + 5])],
            "layernorm" => y[..24],
            "groupnorm 2" => [.. Enumerable.Range(0, 50).SelectMany(i => y[(24 * i)..((24 * i) + 12)])],
            _ => [.. Enumerable.Range(0, 50).Select(i => y[(24 * i) + 5])],
        };
        together.Average(v => (double)v).ShouldBe(0, 1e-3);
        // ε over 9, and half a unit in the last place of 10⁴ over 3.
        together.Average(v => (double)v * v).ShouldBe(1, 1e-3);
    }

    [Fact]
    public void Running_statistics_move_a_tenth_of_the_way_and_are_what_evaluation_takes()
    {
        var layer = new BatchNorm("norm", 1);
        var inputs = Tensor.From([1, 2, 3, 6], 4, 1);
        // Mean 3, variance 14/4, unbiased 14/3.
        layer.Forward(inputs, new(_crew, IsTraining: true));
        layer.Statistics.Select(s => (s.Name, s.Value.Values[0])).ShouldBe([("norm.mean", 0.3f), ("norm.variance", (float)(0.9 + (1.4 / 3)))]);
        layer.Forward(inputs, new(_crew));
        layer.Outputs.Values[3].ShouldBe((float)((6 - 0.3) / Math.Sqrt(0.9 + (1.4 / 3) + 1e-5)), 1e-6f);
        layer.Initialize(Initializer.Auto, null, new Draws(1, ""));
        layer.Statistics.Select(s => s.Value.Values[0]).ShouldBe([0f, 1f]);
    }

    [Fact]
    public void Evaluation_has_the_gradients_of_a_plain_affine_map()
    {
        var layer = new BatchNorm("norm", 1);
        layer.Scale.Value.Values[0] = 2;
        layer.Forward(Tensor.From([1, 2, 3], 3, 1), new(_crew));
        new float[] { 1, 10, 100 }.CopyTo(layer.Gradients.Values);
        var gradients = new Tensor(3, 1);
        layer.Backward(gradients, _crew);
        var slope = 1 / Math.Sqrt(1 + 1e-5);
        gradients.Values.ToArray().ShouldBe([(float)(2 * slope), (float)(20 * slope), (float)(200 * slope)], 1e-4);
        layer.Shift!.Gradient.Values[0].ShouldBe(111);
        layer.Scale.Gradient.Values[0].ShouldBe((float)(321 * slope), 1e-4f);
    }

    [Fact]
    public void What_comes_after_is_initialised_by_the_norms_own_activation()
    {
        var network = Plan.Parse("dense 6, relu, layernorm, dense 4, tanh").Build(5);
        network.Layers[1].ActivationAfter(Catalog.Parse("relu")).ShouldBeNull();
        Plan.Parse("batchnorm, tanh").Build(5).Last.ActivationAfter(null)!.Name.ShouldBe("tanh");
    }
}
