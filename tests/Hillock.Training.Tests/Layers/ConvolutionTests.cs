namespace Hillock.Training.Tests;

public sealed class ConvolutionTests
{
    private static readonly int[] Threads = [1, 2, 3, 8];

    /// <summary>Networks large enough to be shared by threads, and the shapes of their samples.</summary>
    public static TheoryData<string, int[]> Networks => new()
    {
        { "conv 16 3x3, relu, maxpool 2, conv 32 3x3, gelu, maxpool 2", [20, 20, 1] },
        { "conv 20 3x3 stride 2, prelu(alpha=trainable_per_unit), conv 24 3x3 padding 0 groups 4, swish(beta=trainable), globalpool", [17, 18, 3] },
        { "conv 19 5, tanh, depthwise 3, rrelu, avgpool 3 stride 2, globalpool max", [90, 12] },
    };

    [Theory]
    [MemberData(nameof(Networks))]
    public void The_same_seed_gives_the_same_bits_for_any_number_of_threads(string plan, int[] shape)
    {
        var expected = Train(1, plan, shape);
        Threads.ShouldAllBe(threads => Train(threads, plan, shape).SequenceEqual(expected));
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public void Gradients_are_the_slopes_of_the_loss(string plan, int[] shape)
    {
        // Every 97th number: a difference costs two passes.
        const int Every = 97;
        // The loss is off by some 1e-7, a difference quotient by some 1e-5; what bends adds h² times a third derivative.
        const float Step = 1f / 128;
        // Where two numbers of a window are nearly equal the loss has a kink; PyTorch's records hold the greatest.
        var smooth = plan.Replace("maxpool", "avgpool", StringComparison.Ordinal).Replace(" max", "", StringComparison.Ordinal);
        var network = Plan.Parse(smooth).Build(SampleShape.Of(shape), 3);
        network.Initialize(3);
        var (inputs, targets) = (Samples.Normal("inputs", 2, SampleShape.Of(shape).Count), Samples.Normal("targets", 2, 3));
        var trainer = new Trainer(network, new MeanSquaredError(), new Sgd());
        trainer.Gradients(inputs, targets, training: false);
        var gradients = network.Trainables.ToDictionary(t => t.Name, t => t.Gradient.Values.ToArray());
        foreach (var trainable in network.Trainables)
        {
            var greatest = gradients[trainable.Name].Max(Math.Abs);
            for (var i = 0; i < trainable.Value.Length; i += Every)
            {
                var at = trainable.Value.Values[i];
                double Loss(float shift)
                {
                    trainable.Value.Values[i] = at + shift;
                    var loss = trainer.Gradients(inputs, targets, training: false);
                    trainable.Value.Values[i] = at;
                    return loss;
                }
                var slope = (Loss(Step) - Loss(-Step)) / (2 * Step);
                ((double)gradients[trainable.Name][i]).ShouldBe(slope, 2e-4 + (0.01 * greatest), $"{trainable.Name}[{i}]");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public void A_step_allocates_nothing(string plan, int[] shape)
    {
        var network = Plan.Parse(plan).Build(SampleShape.Of(shape), 10);
        network.Initialize(1);
        var trainer = new Trainer(network, new SoftmaxCrossEntropy(), new Sgd());
        var (inputs, targets) = (Samples.Normal("inputs", 12, SampleShape.Of(shape).Count), Samples.Classes(12, 10));
        trainer.Step(inputs, targets);
        long Allocated()
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            trainer.Step(inputs, targets);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
        // Code may box until it has been called thirty times and optimized; and a collection between the two readings, set off by other
        // tests, spoils the counter.
        SpinWait.SpinUntil(() => Allocated() == 0, TimeSpan.FromMinutes(1)).ShouldBeTrue();
    }

    [Fact]
    public void Work_and_memory_are_those_counted_by_hand()
    {
        var image = new Convolution("a", [28, 28, 1], 16, [3, 3], activation: Catalog.Parse("relu"));
        image.MultiplyAdds.ShouldBe(28 * 28 * 16 * 9);
        // Gradients, z and y.
        image.Bytes(64).ShouldBe(3L * 64 * 28 * 28 * 16 * sizeof(float));
        new Convolution("b", [10, 8], 12, [3], stride: 2, groups: 4).MultiplyAdds.ShouldBe(5 * 12 * 3 * 2);
        new MaxPool("c", [8, 8, 4], [2]).MultiplyAdds.ShouldBe(0);
    }

    [Fact]
    public void First_weights_have_the_variance_that_fits_the_window()
    {
        // He: 2 / (3·3·32) with 18,432 draws: the sample variance is within a twentieth.
        var layer = new Convolution("a", [8, 8, 32], 64, [3, 3], activation: Catalog.Parse("relu"));
        layer.Initialize(Initializer.Named("he"), Catalog.Parse("relu"), new Draws(1, "a"));
        layer.Weights.Value.Values.ToArray().Average(w => (double)w * w).ShouldBe(2.0 / 288, 0.05 * 2 / 288);
        // Glorot: 2 / (3·3·32 + 3·3·64).
        layer.Initialize(Initializer.Named("glorot"), Catalog.Parse("relu"), new Draws(1, "a"));
        layer.Weights.Value.Values.ToArray().Average(w => (double)w * w).ShouldBe(2.0 / 864, 0.05 * 2 / 864);
    }

    [Fact]
    public void A_max_pool_loses_no_NaN_and_gives_its_gradient_to_the_first_of_equals()
    {
        float n = float.NaN;
        var pool = new MaxPool("a", [8, 1], [4]);
        var network = new Network([pool]);
        network.Forward(Tensor.From([1, n, 3, n, -2, -1, -2, -1], 1, 8)).Values.ToArray().ShouldBe([n, -1]);
        pool.Gradients.Values.Fill(1);
        var gradients = new Tensor(1, 8);
        network.Forward(Tensor.From([2, 3, 3, 1, -0f, 0, 0, -1], 1, 8));
        pool.Backward(gradients, network.Crew);
        gradients.Values.ToArray().ShouldBe([0, 1, 0, 0, 1, 0, 0, 0]);
    }

    private static int[] Train(int threads, string plan, int[] shape)
    {
        using var crew = new Crew(threads);
        var network = Plan.Parse(plan).Build(SampleShape.Of(shape), 10, crew: crew);
        network.Initialize(5);
        var trainer = new Trainer(network, new SoftmaxCrossEntropy(), new Sgd(0.05, 0.9));
        // The last batch is smaller, and smaller than the number of sums.
        var batches = new Batches(Samples.Normal("inputs", 31, SampleShape.Of(shape).Count), Samples.Classes(31, 10), 13);
        var draws = new Draws(5, "order");
        var losses = Enumerable.Range(0, 2).Select(_ => trainer.Epoch(batches, draws)).ToArray();
        return
        [
            .. network.Trainables.SelectMany(t => t.Value.Bits()), .. network.Layers.SelectMany(l => l.Gradients.Bits()),
            .. losses.Select(loss => loss.GetHashCode()),
        ];
    }
}
