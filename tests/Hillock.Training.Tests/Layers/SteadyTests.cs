namespace Hillock.Training.Tests;

/// <summary>Every kind of layer: the same bits for any number of threads, nothing allocated by a step, evaluation that draws nothing.</summary>
public sealed class SteadyTests
{
    /// <summary>Enough for every pass to be worth sharing, and no multiple of anything.</summary>
    private const int Rows = 4133;

    [Theory]
    [MemberData(nameof(SmallNetworks.All), MemberType = typeof(SmallNetworks))]
    public void Threads_change_no_bit(string plan, int[] shape, int tokens)
    {
        var expected = Train(plan, shape, tokens, 1);
        foreach (var threads in new[] { 2, 3, 8 })
        {
            Train(plan, shape, tokens, threads).ShouldBe(expected, $"{threads} threads");
        }
    }

    [Theory]
    [MemberData(nameof(SmallNetworks.All), MemberType = typeof(SmallNetworks))]
    public void Evaluation_is_the_same_each_time_and_changes_nothing(string plan, int[] shape, int tokens)
    {
        var (network, inputs) = (SmallNetworks.Build(plan, shape), SmallNetworks.Inputs(shape, tokens, 20));
        var trainer = new Trainer(network, new MeanSquaredError(), new Adam());
        trainer.Step(inputs, Samples.Normal("targets", 20, 3));
        var statistics = network.Statistics.SelectMany(s => s.Value.Bits()).ToArray();
        var first = network.Forward(inputs).Bits();
        // A sample's outcome does not depend on those beside it.
        network.Forward(inputs.FirstRows(7)).Bits().ShouldBe(first[..21]);
        network.Forward(inputs).Bits().ShouldBe(first);
        network.Statistics.SelectMany(s => s.Value.Bits()).ShouldBe(statistics);
        network.Steps.ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(SmallNetworks.All), MemberType = typeof(SmallNetworks))]
    public void A_step_allocates_nothing(string plan, int[] shape, int tokens)
    {
        var (network, inputs, targets) = (SmallNetworks.Build(plan, shape), SmallNetworks.Inputs(shape, tokens, 40), Samples.Normal("targets", 40, 3));
        var trainer = new Trainer(network, new MeanSquaredError(), new Adam());
        void Steps()
        {
            for (var i = 0; i < 10; i++)
            {
                trainer.Step(inputs, targets);
                trainer.Step(inputs.FirstRows(33), targets.FirstRows(33));
            }
        }
        long Allocated()
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            Steps();
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
        // Code that has run only some thirty times still boxes what it will not when it is optimised, soon, in the background.
        Enumerable.Range(0, 2000).Select(_ => Allocated()).Any(bytes =>
        {
            Thread.Sleep(10);
            return bytes < 20 * 24;
        }).ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(SmallNetworks.All), MemberType = typeof(SmallNetworks))]
    public void A_batch_may_be_a_single_sample(string plan, int[] shape, int tokens)
    {
        var network = SmallNetworks.Build(plan, shape);
        var trainer = new Trainer(network, new MeanSquaredError(), new Adam());
        double.IsFinite(trainer.Step(SmallNetworks.Inputs(shape, tokens, 1), Samples.Normal("targets", 1, 3))).ShouldBeTrue();
        network.Forward(SmallNetworks.Inputs(shape, tokens, 4)).Values.ToArray().ShouldAllBe(y => float.IsFinite(y));
    }

    private static int[] Train(string plan, int[] shape, int tokens, int threads)
    {
        using var crew = new Crew(threads);
        var network = SmallNetworks.Build(plan, shape, crew);
        var trainer = new Trainer(network, new MeanSquaredError(), new Adam());
        var (inputs, targets) = (SmallNetworks.Inputs(shape, tokens, Rows), Samples.Normal("targets", Rows, 3));
        trainer.Step(inputs, targets);
        trainer.Step(inputs.FirstRows(1201), targets.FirstRows(1201));
        List<int> bits = [.. network.Last.Outputs.Bits()];
        foreach (var layer in network.AllLayers)
        {
            bits.AddRange(layer.Gradients.Bits());
        }
        bits.AddRange(network.Trainables.SelectMany(t => t.Value.Bits().Concat(t.Gradient.Bits())));
        bits.AddRange(network.Statistics.SelectMany(s => s.Value.Bits()));
        return [.. bits];
    }
}
