namespace Hillock.Training.Tests;

public sealed class AttentionTests
{
    private const int Steps = 6, Features = 8;

    /// <summary>Attention of every kind, what may stand in the feed-forward part, and either place of the norm.</summary>
    public static TheoryData<string> Plans =>
    [
        "attention 2",
        "attention 4 causal",
        "attention 2 scores sparsemax",
        "attention 2 causal scores sparsemax",
        "attention 1 scores entmax15",
        "attention 2 causal scores entmax15",
        "attention 2 scores softmax(temperature=2)",
        "transformer 2 width 12 act gelu",
        "transformer 2 width 12 act tanh prenorm causal scores entmax15",
        "transformer 2 width 12 act swish(beta=trainable)",
        "transformer 2 width 12 act swish(beta=trainable_per_unit) prenorm",
        "transformer 2 width 12 act (x * sigmoid(1.7*x)) scores sparsemax",
        "transformer 2 width 12 gated swiglu",
        "transformer 2 width 20 gated glu prenorm",
        "dense 8, repeat 2 (transformer 4 act gelu), globalpool, dense 3",
        "encoderdecoder 2 (dense 5, tanh) (transformer 2 width 12 act gelu causal cross scores entmax15)",
        "encoderdecoder 4 (transformer 2 width 12 act tanh) (transformer 2 width 12 gated swiglu cross prenorm)",
    ];

    [Theory]
    [MemberData(nameof(Plans))]
    public void Gradients_are_the_slopes_of_the_loss(string plan)
    {
        // Errors: rounding of the loss to 1e-8 over the step, and its square times a sixth of the third derivative.
        const float Step = 1f / 256, Tolerance = 1e-4f;
        var trainer = Trainer(plan, out var inputs, out var targets, samples: 2);
        trainer.Gradients(inputs, targets);
        foreach (var trainable in trainer.Network.Trainables)
        {
            var gradient = trainable.Gradient.Values.ToArray();
            for (var i = 0; i < gradient.Length; i += 1 + (gradient.Length / 16))
            {
                var at = trainable.Value.Values[i];
                var loss = (float value) =>
                {
                    trainable.Value.Values[i] = value;
                    return Loss(trainer.Network.Forward(inputs, training: true), targets);
                };
                var slope = (loss(at + Step) - loss(at - Step)) / ((double)(at + Step) - (at - Step));
                trainable.Value.Values[i] = at;
                ((double)gradient[i]).ShouldBe(slope, Tolerance, $"{trainable.Name}[{i}]");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Plans))]
    public void Threads_change_no_bit(string plan)
    {
        var expected = Train(plan, 1);
        foreach (var threads in new[] { 2, 3, 8 })
        {
            Train(plan, threads).ShouldBe(expected, $"{threads} threads");
        }
    }

    [Theory]
    [MemberData(nameof(Plans))]
    public void A_step_allocates_nothing(string plan)
    {
        var trainer = Trainer(plan, out var inputs, out var targets, samples: 5);
        var (fewer, theirs) = (inputs.FirstRows(2), targets.FirstRows(2));
        void Both()
        {
            trainer.Step(inputs, targets);
            trainer.Step(fewer, theirs);
        }
        long Allocated()
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < 10; i++)
            {
                Both();
            }
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
        // Code that is not yet optimized boxes, and a collection that other tests set off throws the counter off: a step that really
        // allocates does so each time. Twenty steps; the smallest object is 24 bytes.
        SpinWait.SpinUntil(() => Allocated() < 20 * 24, TimeSpan.FromSeconds(60)).ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(Plans))]
    public void A_sample_alone_is_as_in_a_batch(string plan)
    {
        var network = Trainer(plan, out var inputs, out _, samples: 70).Network;
        var together = network.Forward(inputs).Row(69).ToArray();
        network.Forward(Tensor.From(inputs.Row(69), 1, inputs.Columns)).Row(0).ToArray().ShouldBe(together);
    }

    [Theory]
    [InlineData("softmax", false)]
    [InlineData("softmax", true)]
    [InlineData("sparsemax", true)]
    [InlineData("entmax15", true)]
    [InlineData("entmax(alpha=1.3)", true)]
    public void Shares_add_up_and_causal_ones_leave_out_what_comes_later(string normalizer, bool causal)
    {
        var network = Trainer($"attention 2 {(causal ? "causal " : "")}scores {normalizer}", out var inputs, out _, samples: 3).Network;
        var outputs = network.Forward(inputs).Row(0).ToArray();
        var shares = ((Attention)network.Last).Shares;
        for (var row = 0; row < 3 * 2 * Steps; row++)
        {
            shares.Row(row).ToArray().Sum().ShouldBe(1, 1e-6f);
            shares.Row(row)[((row % Steps) + 1)..].ToArray().All(share => share == 0).ShouldBe(causal || row % Steps == Steps - 1);
        }
        inputs.Row(0)[^1]++;
        var changed = network.Forward(inputs).Row(0).ToArray();
        changed.SkipLast(Features).SequenceEqual(outputs.SkipLast(Features)).ShouldBe(causal);
        changed.ShouldNotBe(outputs);
    }

    [Fact]
    public void Sparse_scores_leave_out_steps_altogether()
    {
        float Zeros(string normalizer)
        {
            var network = Trainer($"attention 2 scores {normalizer}", out var inputs, out _, samples: 3).Network;
            network.Forward(inputs);
            return ((Attention)network.Last).Shares.Values.ToArray().Count(share => share == 0);
        }
        Zeros("softmax").ShouldBe(0);
        Zeros("sparsemax").ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData("attention 3", "3 heads cannot share 8 features (6×8)")]
    [InlineData("attention 2 scores glu", "attention1: glu changes the length of a row")]
    [InlineData("attention 2 scores maxout(k=3)", "attention1: maxout(k=3) changes the length of a row")]
    [InlineData("attention 2 scores maxout(k=4)", "attention1: maxout(k=4) does not take rows of 6 scores, one for each position")]
    [InlineData("attention 2 causal scores spherical_softmax", "spherical_softmax does not give 0 for −∞")]
    [InlineData("transformer 2 gated softmax", "transformer1.feedforward: softmax does not make one number of two")]
    public void What_does_not_fit_is_refused(string plan, string message) =>
        Should.Throw<HillockException>(() => Plan.Parse(plan).Build([Steps, Features], activation: Catalog.Parse("relu"))).Message.ShouldContain(message);

    [Fact]
    public void Work_and_memory_are_counted()
    {
        var attention = new Attention("a", [Steps, Features], 2);
        // Four projections of 8 × 8 for each step, and two products of 6 × 6 × 4 for each head.
        attention.MultiplyAdds.ShouldBe((6 * 4 * 64) + (2 * 2 * 6 * 6 * 4));
        // Outputs and gradients of 24 and 8 numbers a step for the projections and their mixture, the context with its own, and the shares.
        attention.Bytes(3).ShouldBe(3 * sizeof(float) * ((6 * ((2 * 24) + (2 * 8) + (2 * 8))) + (2 * 6 * 6)));
        var block = (TransformerBlock)Plan.Parse("transformer 2 width 12 act relu").Build([Steps, Features]).Last;
        block.Parts.Select(part => part.Name).ShouldBe(["transformer1.attention", "transformer1.norm1", "transformer1.feedforward", "transformer1.norm2"]);
        block.MultiplyAdds.ShouldBe(attention.MultiplyAdds + (6 * 2 * 8 * 12) + (2 * 6 * 8));
    }

    private static int[] Train(string plan, int threads)
    {
        using var crew = new Crew(threads);
        var trainer = Trainer(plan, out var inputs, out var targets, samples: 150, crew);
        for (var i = 0; i < 2; i++)
        {
            trainer.Step(inputs, targets);
            trainer.Step(inputs.FirstRows(101), targets.FirstRows(101));
        }
        return [.. trainer.Network.Trainables.SelectMany(t => t.Value.Bits().Concat(t.Gradient.Bits())), .. trainer.Network.Last.Outputs.Bits()];
    }

    private static Trainer Trainer(string plan, out Tensor inputs, out Tensor targets, int samples, Crew? crew = null)
    {
        var network = Plan.Parse(plan).Build([Steps, Features], crew: crew);
        network.Initialize(3);
        inputs = Samples.Normal("inputs", samples, Steps * Features);
        targets = Samples.Normal("targets", samples, network.Last.Units);
        return new(network, new MeanSquaredError(), new Adam());
    }

    private static double Loss(Tensor outputs, Tensor targets)
    {
        double sum = 0;
        for (var i = 0; i < outputs.Length; i++)
        {
            sum += Math.Pow((double)outputs.Values[i] - targets.Values[i], 2);
        }
        return sum / outputs.Length;
    }
}
