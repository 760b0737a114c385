namespace Hillock.Training.Tests;

/// <summary>Entropy and zeros of attention against the definition, from queries and keys, in double.</summary>
public sealed class AttentionSiteTests
{
    private const int Steps = 6, Features = 8, Rows = 5;

    [Theory]
    [InlineData(2, false, "softmax")]
    [InlineData(4, true, "softmax")]
    [InlineData(2, false, "sparsemax")]
    [InlineData(1, true, "sparsemax")]
    [InlineData(2, true, "entmax15")]
    public void Entropy_and_zeros_are_those_of_the_shares(int heads, bool causal, string normalizer)
    {
        var network = Plan.Parse($"attention {heads}{(causal ? " causal" : "")} scores {normalizer}").Build([Steps, Features]);
        network.Initialize(3);
        // Wider scores: some are left out altogether, by softmax none.
        foreach (ref var weight in network.Trainables[0].Value.Values)
        {
            weight *= 2;
        }
        network.Forward(Samples.Normal("inputs", Rows, Steps * Features));
        var site = network.AttentionSites.Single();
        (site.Name, site.Heads, site.Positions, site.Samples).ShouldBe(("attention1", heads, Steps, Rows));
        for (var head = 0; head < heads; head++)
        {
            var (entropy, zeros) = Expected((Attention)network.Last, head, causal, normalizer);
            var read = site.Read(head);
            read.Entropy.ShouldBe(entropy, 1e-5);
            read.Zeros.ShouldBe(zeros, 1e-12);
            (read.Zeros > 0).ShouldBe(normalizer != "softmax");
            read.Entropy.ShouldBeInRange(0, site.GreatestEntropy);
        }
    }

    [Theory]
    [InlineData(false, 1.791759469228055)] // ln 6.
    [InlineData(true, 1.0965418686683502)] // ln(720) / 6.
    public void Equal_scores_have_the_greatest_entropy(bool causal, double greatest)
    {
        var network = Plan.Parse($"attention 2{(causal ? " causal" : "")}").Build([Steps, Features]);
        network.Forward(Samples.Normal("inputs", Rows, Steps * Features));
        var site = network.AttentionSites.Single();
        site.GreatestEntropy.ShouldBe(greatest, 1e-12);
        site.Read(1).Entropy.ShouldBe(greatest, 1e-6);
        site.Read(1).Zeros.ShouldBe(0);
    }

    [Fact]
    public void Transformer_blocks_are_looked_into_before_and_after_the_way_back()
    {
        var network = Plan.Parse("repeat 2 (transformer 2 act gelu), dense 3").Build([Steps, Features]);
        network.Initialize(3);
        network.AttentionSites.Select(site => site.Name).ShouldBe(["transformer1.attention", "transformer2.attention"]);
        Should.Throw<InvalidOperationException>(() => network.AttentionSites[0].Read(0)).Message
            .ShouldBe("transformer1.attention has no samples to read; there are some after a forward pass.");
        HeadAttention[] Read() => [.. network.AttentionSites.SelectMany(site => new[] { site.Read(0), site.Read(1) })];
        HeadAttention[] between = [];
        new Trainer(network, new MeanSquaredError(), new Sgd())
            .Gradients(Samples.Normal("inputs", Rows, Steps * Features), new Tensor(Rows, network.Last.Units), afterForward: () => between = Read());
        between.Distinct().Count().ShouldBe(4);
        Read().ShouldBe(between);
        Should.Throw<ArgumentOutOfRangeException>(() => network.AttentionSites[0].Read(2));
    }

    /// <summary>From the projections that the layer computed.</summary>
    private static (double Entropy, double Zeros) Expected(Attention layer, int head, bool causal, string normalizer)
    {
        var (normalize, width) = (Catalog.ParseRows(normalizer), Features / layer.HeadCount);
        var projections = layer.Parts[0].Outputs;
        var (entropy, zeros, seen) = (0.0, 0.0, 0.0);
        for (var sample = 0; sample < Rows; sample++)
        {
            double At(int step, int kind, int k) => projections.Row(sample)[(step * 3 * Features) + (kind * Features) + (head * width) + k];
            for (var step = 0; step < Steps; step++)
            {
                var keys = causal ? step + 1 : Steps;
                double[] scores = [.. Enumerable.Range(0, keys).Select(key =>
                    Enumerable.Range(0, width).Sum(k => At(step, 0, k) * At(key, 1, k)) / Math.Sqrt(width))];
                var shares = new double[keys];
                normalize.Forward(scores, keys, shares);
                entropy -= shares.Where(p => p > 0).Sum(p => p * Math.Log(p));
                zeros += shares.Count(p => p == 0);
                seen += keys;
            }
        }
        return (entropy / (Rows * Steps), zeros / seen);
    }
}
