namespace Hillock.Training.Tests;

/// <summary>What an encoder makes reaches the decoder, and nothing else does.</summary>
public sealed class EncoderDecoderTests
{
    private const int Source = 3, Target = 4, Features = 6, Rows = 5;
    private const string Text = "encoderdecoder 3 (transformer 2 width 8 act gelu) (repeat 2 (transformer 3 width 8 act gelu causal cross)), dense 2";

    /// <summary>The first target steps that one of the input's steps changes: all from a source step, none before it from a target step.</summary>
    [Theory]
    [InlineData(0, 0)]
    [InlineData(2, 0)]
    [InlineData(3, 0)]
    [InlineData(5, 2)]
    [InlineData(6, 3)]
    public void Each_step_reaches_those_that_may_see_it(int changed, int first)
    {
        var network = Built();
        var inputs = Inputs();
        var before = network.Forward(inputs).Row(1).ToArray();
        inputs.Row(1)[changed * Features]++;
        var after = network.Forward(inputs).Row(1).ToArray();
        Enumerable.Range(0, Target).Where(step => !before.AsSpan(2 * step, 2).SequenceEqual(after.AsSpan(2 * step, 2)))
            .ShouldBe(Enumerable.Range(first, Target - first));
    }

    [Fact]
    public void Shares_of_the_memory_are_read_like_all_others()
    {
        var network = Built();
        network.Forward(Inputs());
        network.AttentionSites.Select(site => $"{site.Name} {site.Heads} {site.Positions} {site.Seen}").ShouldBe(
        [
            "encoderdecoder1.encoder.transformer1.attention 2 3 3",
            "encoderdecoder1.decoder.transformer1.attention 3 4 4",
            "encoderdecoder1.decoder.transformer1.cross 3 4 3",
            "encoderdecoder1.decoder.transformer2.attention 3 4 4",
            "encoderdecoder1.decoder.transformer2.cross 3 4 3",
        ]);
        var cross = network.AllLayers.OfType<Attention>().Last();
        for (var row = 0; row < Rows * 3 * Target; row++)
        {
            cross.Shares.Row(row).ToArray().Sum().ShouldBe(1, 1e-6f);
        }
        var site = network.AttentionSites[^1];
        site.GreatestEntropy.ShouldBe(Math.Log(Source), 1e-12);
        site.Read(0).Entropy.ShouldBeInRange(0.1, Math.Log(Source));
    }

    [Fact]
    public void Saved_weights_make_the_same_network()
    {
        var path = Path.GetTempFileName();
        try
        {
            var (network, other) = (Built(), Plan.Parse(Text).Build([Source + Target, Features]));
            Weights.Save(network, path);
            Weights.Load(other, path);
            other.Forward(Inputs()).Bits().ShouldBe(network.Forward(Inputs()).Bits());
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Work_and_memory_are_counted()
    {
        var memory = new Dense("memory", [Source, 5], 5);
        var cross = new Attention("cross", [Target, Features], memory, 2);
        // Queries and the mixture of 6 × 6 for each step that looks, 5 × 12 for each of the memory, and two products of 4 × 3 × 3 for each head.
        cross.MultiplyAdds.ShouldBe((4 * 2 * 36) + (3 * 60) + (2 * 2 * 4 * 3 * 3));
        // Outputs and gradients of both dense layers of 6 and of the 12, context with its own, the memory's gradients, and the shares.
        cross.Bytes(3).ShouldBe(3 * sizeof(float) * ((4 * 2 * 3 * 6) + (3 * 2 * 12) + (3 * 5) + (2 * 4 * 3)));
        var summary = $"{NetworkSummary.Of(Built())}";
        summary.ShouldContain("encoderdecoder1");
        summary.ShouldContain("      encoderdecoder1.decoder.transformer2.cross");
    }

    [Fact]
    public void What_does_not_fit_is_refused()
    {
        Should.Throw<ArgumentException>(() => new EncoderDecoder("a", new Dense("b", [3, 2], 4), new Dense("c", [3, 4], 4)))
            .Message.ShouldContain("The encoder takes 3×2, the decoder 3×4");
        Should.Throw<ArgumentException>(() => new EncoderDecoder("a", new Dense("b", [3, 2], 4), new Dense("b", [3, 2], 4)))
            .Message.ShouldContain("Two layers are named b");
        var memory = new Dense("memory", [Source, 5], 5);
        Should.Throw<ArgumentException>(() => new Network([new Attention("cross", [Target, Features], memory, 2)]).Forward(new Tensor(2, Target * Features)))
            .Message.ShouldContain("2 samples come in, but memory holds 0");
        Should.Throw<HillockException>(() => new Attention("cross", [Target, Features], memory, 4)).Message.ShouldContain("4 heads cannot share 6 features");
    }

    private static Network Built()
    {
        var network = Plan.Parse(Text).Build([Source + Target, Features]);
        network.Initialize(3);
        return network;
    }

    private static Tensor Inputs() => Samples.Normal("inputs", Rows, (Source + Target) * Features);
}
