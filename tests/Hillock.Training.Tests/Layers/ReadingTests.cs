namespace Hillock.Training.Tests;

/// <summary>Looking into a network changes nothing in its training.</summary>
public sealed class ReadingTests
{
    private const int Rows = 10;

    [Theory]
    [MemberData(nameof(SiteNetworks.All), MemberType = typeof(SiteNetworks))]
    public void Reading_changes_no_bit_of_training(string plan, string activation, int[] shape, int tokens) =>
        Train(plan, activation, shape, tokens, reads: true).ShouldBe(Train(plan, activation, shape, tokens, reads: false));

    [Fact]
    public void Each_micro_batch_can_be_read_between_its_two_ways()
    {
        var network = Plan.Parse("lstm 5 last").Build([4, 3], 3);
        network.Initialize(1);
        List<int> samples = [];
        new Trainer(network, new MeanSquaredError(), new Adam(), new() { MicroBatch = 4 })
            .Gradients(Samples.Normal("inputs", Rows, 12), Samples.Normal("targets", Rows, 3), afterForward: () => samples.Add(network.Sites[0].Samples));
        samples.ShouldBe([4, 4, 2]);
    }

    private static int[] Train(string plan, string activation, int[] shape, int tokens, bool reads)
    {
        var network = SiteNetworks.Build(plan, activation, shape);
        var optimizer = new Adam();
        var trainer = new Trainer(network, new MeanSquaredError(), optimizer);
        var (inputs, targets) = (SmallNetworks.Inputs(shape, tokens, Rows), Samples.Normal("targets", Rows, network.Last.Units));
        Action? look = reads ? () => Read(network) : null;
        for (var step = 0; step < 3; step++)
        {
            trainer.Gradients(inputs, targets, training: true, look);
            look?.Invoke();
            optimizer.Step(network.Trainables, network.Crew, 1);
            look?.Invoke();
            if (reads)
            {
                network.Forward(inputs.FirstRows(7));
                Read(network);
            }
        }
        return [.. network.Trainables.SelectMany(t => t.Value.Bits().Concat(t.Gradient.Bits())), .. network.Statistics.SelectMany(s => s.Value.Bits())];
    }

    /// <summary>Everything, twice: it is the same.</summary>
    private static void Read(Network network)
    {
        foreach (var site in network.Sites)
        {
            All(site).AsSpan().SequenceEqual(All(site)).ShouldBeTrue(site.Name);
        }
        foreach (var site in network.AttentionSites)
        {
            site.Read(0).ShouldBe(site.Read(0));
        }
    }

    private static float[] All(ActivationSite site)
    {
        var length = site.Rows * site.Units;
        var all = new float[3 * length];
        site.ReadOutputs(all.AsSpan(0, length));
        site.TryReadPreActivations(all.AsSpan(length, length));
        site.ReadSlopes(all.AsSpan(2 * length, length));
        return all;
    }
}
