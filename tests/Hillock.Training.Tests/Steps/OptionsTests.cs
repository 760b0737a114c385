namespace Hillock.Training.Tests;

public sealed class OptionsTests
{
    private static readonly Tensor _inputs = Samples.Normal("inputs", 50, 60), _targets = Samples.Classes(50, 10);

    public static TheoryData<string> Losses => ["plain", "weighted"];

    [Theory]
    [MemberData(nameof(Losses))]
    public void Micro_batches_add_up_to_the_batch(string loss)
    {
        // 50 = 3·16 + 2. With class weights the parts of the batch count for different sums.
        float[] weights = loss == "plain" ? [] : [5, 1, 0.5f, 1, 1, 2, 0, 1, 0.25f, 1];
        Trainer Make(int microBatch) => new(Initialised(), new SoftmaxCrossEntropy(weights), new Adam(), new() { MicroBatch = microBatch });
        Trainer whole = Make(0), parts = Make(16), tooLarge = Make(64);
        var expected = whole.Gradients(_inputs, _targets);
        parts.Gradients(_inputs, _targets).ShouldBe(expected, 1e-6);
        // A second time: nothing is left of the first.
        parts.Gradients(_inputs, _targets).ShouldBe(expected, 1e-6);
        tooLarge.Gradients(_inputs, _targets).ShouldBe(expected);
        foreach (var (ours, theirs) in whole.Network.Trainables.Zip(parts.Network.Trainables))
        {
            var largest = ours.Gradient.Values.ToArray().Max(Math.Abs);
            for (var i = 0; i < ours.Gradient.Length; i++)
            {
                theirs.Gradient.Values[i].ShouldBe(ours.Gradient.Values[i], 1e-6f * largest, ours.Name);
            }
        }
    }

    [Fact]
    public void Everything_together_gives_the_same_bits_for_any_number_of_threads()
    {
        int[] Train(int threads)
        {
            using var crew = new Crew(threads);
            var network = Initialised(crew);
            var trainer = new Trainer(network, new SoftmaxCrossEntropy(labelSmoothing: 0.1), new AdamW(), Everything());
            var batches = new Batches(_inputs, _targets, 24, crew);
            var draws = new Draws(1, "order");
            for (var epoch = 0; epoch < 3; epoch++)
            {
                trainer.Epoch(batches, draws);
            }
            return [.. network.Trainables.SelectMany(t => t.Value.Bits())];
        }
        var expected = Train(1);
        foreach (var threads in new[] { 2, 3, 8 })
        {
            Train(threads).ShouldBe(expected);
        }
    }

    [Fact]
    public void A_step_with_everything_allocates_nothing()
    {
        foreach (var loss in Loss.All)
        {
            var targets = loss is ClassLoss ? _targets : Samples.Normal("targets", 50, 10);
            var trainer = new Trainer(Initialised(), loss, new Lion(), Everything());
            long Allocated()
            {
                var before = GC.GetAllocatedBytesForCurrentThread();
                for (var step = 0; step < 20; step++)
                {
                    trainer.Step(_inputs, targets);
                }
                return GC.GetAllocatedBytesForCurrentThread() - before;
            }
            Allocated();
            // What other tests allocate can set off a collection between the two readings: of three tries one is undisturbed.
            Enumerable.Range(0, 3).Min(_ => Allocated()).ShouldBeLessThan(20 * 24, loss.Name);
        }
    }

    [Fact]
    public void A_schedule_is_obeyed_and_leaves_the_learning_rate_alone()
    {
        // θ ← θ − 0.5·share·g with g = 1: shares ½ and 1, then 1 and 0.5.
        using var crew = new Crew(1);
        Trainable[] trainables = [new("θ", 1)];
        trainables[0].Gradient.Values[0] = 1;
        var optimizer = new Sgd(0.5);
        Schedule schedule = new WarmUp(2, new StepDecay(1, 0.5));
        float[] expected = [-0.25f, -0.75f, -1.25f, -1.5f];
        foreach (var value in expected)
        {
            optimizer.Step(trainables, crew, schedule.At(optimizer.Steps));
            trainables[0].Value.Values[0].ShouldBe(value);
        }
        optimizer.LearningRate.ShouldBe(0.5);
        // The trainer asks for the step that comes: with a share of 0 from the first on, nothing is learned.
        var network = Initialised();
        var before = network.Trainables[0].Value.Bits();
        var trainer = new Trainer(network, new SoftmaxCrossEntropy(), new Sgd(), new() { Schedule = new LinearDecay(1) });
        trainer.Step(_inputs, _targets);
        var once = network.Trainables[0].Value.Bits();
        once.ShouldNotBe(before);
        trainer.Step(_inputs, _targets);
        network.Trainables[0].Value.Bits().ShouldBe(once);
    }

    [Fact]
    public void Clipped_steps_are_no_longer_than_told()
    {
        foreach (var (clipping, longest) in new[] { (Clipping.ByNorm(0.01), 0.01), (Clipping.ByValue(1e-4), double.PositiveInfinity) })
        {
            var network = Initialised();
            var before = network.Trainables.Select(t => t.Value.Values.ToArray()).ToArray();
            new Trainer(network, new SoftmaxCrossEntropy(), new Sgd(1), new() { Clipping = clipping }).Step(_inputs, _targets);
            var moves = network.Trainables.SelectMany((t, i) => t.Value.Values.ToArray().Zip(before[i], (now, then) => (double)now - then)).ToArray();
            // Weights are of the size of 1: a difference is good to 1e-7.
            Math.Sqrt(moves.Sum(m => m * m)).ShouldBeLessThan(longest + 1e-5);
            moves.Max(Math.Abs).ShouldBeInRange(1e-5, clipping is { Most: 1e-4 } ? 1e-4 + 1e-7 : 0.01);
        }
    }

    [Fact]
    public void What_is_not_a_number_is_not_clipped_away()
    {
        using var crew = new Crew(1);
        foreach (var clipping in new[] { Clipping.ByNorm(1), Clipping.ByValue(1) })
        {
            foreach (var length in new[] { 1, 40 })
            {
                Trainable[] trainables = [new("θ", length)];
                trainables[0].Gradient.Values.Fill(float.NaN);
                clipping.Apply(new AllGradients(trainables, crew));
                trainables[0].Gradient.Values.ToArray().ShouldAllBe(g => float.IsNaN(g));
            }
        }
    }

    [Fact]
    public void Settings_that_cannot_be_are_refused()
    {
        foreach (var bad in new[] { 0, -1, double.NaN, double.PositiveInfinity })
        {
            Should.Throw<ArgumentOutOfRangeException>(() => Clipping.ByNorm(bad));
            Should.Throw<ArgumentOutOfRangeException>(() => Clipping.ByValue(bad));
        }
        Should.Throw<ArgumentOutOfRangeException>(() => new TrainerOptions { MicroBatch = -1 });
        Should.Throw<ArgumentOutOfRangeException>(() => new StepDecay(0));
        Should.Throw<ArgumentOutOfRangeException>(() => new StepDecay(1, 1.5));
        Should.Throw<ArgumentOutOfRangeException>(() => new LinearDecay(0));
        Should.Throw<ArgumentOutOfRangeException>(() => new LinearDecay(1, -1));
        Should.Throw<ArgumentOutOfRangeException>(() => new CosineDecay(-1));
        Should.Throw<ArgumentOutOfRangeException>(() => new CosineDecay(1, double.NaN));
        Should.Throw<ArgumentOutOfRangeException>(() => new WarmUp(0));
        Should.Throw<ArgumentOutOfRangeException>(() => new OneCycle(1));
        Should.Throw<ArgumentOutOfRangeException>(() => new OneCycle(10, 2));
    }

    private static TrainerOptions Everything() => new()
    {
        MicroBatch = 16,
        Clipping = Clipping.ByNorm(0.1),
        Schedule = new WarmUp(2, new CosineDecay(10)),
    };

    private static Network Initialised(Crew? crew = null)
    {
        var network = Network.Perceptron(60, [130, 70], 10, Scalar.Relu, crew);
        network.Initialize(1);
        return network;
    }
}
