namespace Hillock.Training.Tests;

public sealed class TrainerTests
{
    private static readonly int[] Threads = [1, 2, 3, 4];

    [Theory]
    [InlineData(null)]
    [InlineData(true)]
    [InlineData(false)]
    public void The_same_seed_gives_the_same_bits_for_any_number_of_threads(bool? perUnit)
    {
        // Wide and narrow layers, large enough to be shared: columns are cut in one, rows in the other, and the last batch is smaller.
        var activation = Scalar.Swish(perUnit);
        var expected = Train(1, 5, activation);
        Threads.ShouldAllBe(threads => Train(threads, 5, activation).SequenceEqual(expected));
        Train(1, 6, activation).ShouldNotBe(expected);
    }

    [Fact]
    public void So_it_does_where_an_activation_is_random_in_training()
    {
        var random = Catalog.Parse("rrelu");
        var expected = Train(1, 5, random);
        Threads.ShouldAllBe(threads => Train(threads, 5, random).SequenceEqual(expected));
        Train(1, 6, random).ShouldNotBe(expected);
        // Looking at the network in between, as after each epoch of a comparison, changes no draw.
        Train(1, 5, random, evaluating: true).ShouldBe(expected);
        // What would be trained if nothing were drawn: the mean of ⅛ and ⅓.
        Train(1, 5, Catalog.Parse("leaky_relu(alpha=0.22916666666666666)")).ShouldNotBe(expected);
        // With equal ends there is nothing to draw.
        Train(1, 5, Catalog.Parse("rrelu(lower=0.25, upper=0.25)")).ShouldBe(Train(1, 5, Catalog.Parse("leaky_relu(alpha=0.25)")));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_step_allocates_nothing(int threads)
    {
        using var crew = new Crew(threads);
        var network = Network.Perceptron(60, [130, 70], 10, Scalar.Relu, crew);
        network.Initialize(1);
        var trainer = new Trainer(network, new SoftmaxCrossEntropy(), new Adam());
        var batches = new Batches(Samples.Normal("inputs", 100, 60), Samples.Classes(100, 10), 64, crew);
        var draws = new Draws(1, "order");
        using var barrier = new Barrier(threads);
        var bytes = new (int Thread, long Bytes)[threads];
        trainer.Epoch(batches, draws);
        // Each thread needs its scratch memory once, and chance decides when it first gets a part.
        crew.Run((_, _) =>
        {
            barrier.SignalAndWait();
            var alone = Network.Perceptron(60, [130, 70], 10, Scalar.Relu);
            new Trainer(alone, new SoftmaxCrossEntropy(), new Adam()).Step(new Tensor(64, 60), new Tensor(64, 1));
        });
        Action<int, int> count = (part, _) =>
        {
            // Nobody gets two parts: each waits for the others to begin theirs.
            barrier.SignalAndWait();
            bytes[part] = (Environment.CurrentManagedThreadId, GC.GetAllocatedBytesForCurrentThread());
        };
        crew.Run(count);
        long Allocated()
        {
            crew.Run(count);
            var before = bytes.ToDictionary(b => b.Thread, b => b.Bytes);
            for (var epoch = 0; epoch < 10; epoch++)
            {
                trainer.Epoch(batches, draws);
            }
            crew.Run(count);
            return bytes.Max(b => b.Bytes - before[b.Thread]);
        }
        // Twenty steps. The smallest object is 24 bytes; the barrier may need a little itself. What other tests allocate can set off a
        // collection between the two readings, after which the counter is off by anything: of three tries one is undisturbed.
        Enumerable.Range(0, 3).Min(_ => Allocated()).ShouldBeLessThan(20 * 24);
    }

    [Theory]
    [InlineData("tanh", "auto")]
    [InlineData("relu", "auto")]
    [InlineData("sigmoid", "centred")]
    public void Twenty_layers_learn_with_weights_that_fit(string name, string initializer)
    {
        var activation = new[] { Scalar.Tanh, Scalar.Relu, Scalar.Sigmoid }.Single(f => f.Name == name);
        var inputs = Samples.Normal("inputs", 256, 2);
        var targets = new Tensor(256, 1);
        for (var i = 0; i < 256; i++)
        {
            // Two classes on the two sides of a circle that halves the plane's normal distribution: no line separates them.
            var (x, y) = (inputs.Row(i)[0], inputs.Row(i)[1]);
            targets.Values[i] = (x * x) + (y * y) > 2 * MathF.Log(2) ? 1 : 0;
        }
        var network = Network.Perceptron(2, [.. Enumerable.Repeat(32, 20)], 1, activation);
        network.Initialize(1, Initializer.Named(initializer));
        var trainer = new Trainer(network, new BinaryCrossEntropy(), new Adam());
        var batches = new Batches(inputs, targets, 64);
        var draws = new Draws(1, "order");
        for (var epoch = 0; epoch < 60; epoch++)
        {
            trainer.Epoch(batches, draws);
        }
        trainer.Evaluate(batches).Accuracy!.Value.ShouldBeGreaterThan(0.9);
    }

    [Fact]
    public void Gradients_keep_their_size_through_twenty_layers()
    {
        (Scalar, Initializer)[] pairs =
        [
            (Scalar.Tanh, Initializer.Auto), (Scalar.Relu, Initializer.Auto), (Scalar.Sigmoid, Initializer.Centred), (Scalar.Softplus, Initializer.Centred),
        ];
        foreach (var (activation, initializer) in pairs)
        {
            var network = Network.Perceptron(64, [.. Enumerable.Repeat(256, 20)], 1, activation);
            network.Initialize(1, initializer);
            var trainer = new Trainer(network, new MeanSquaredError(), new Sgd());
            trainer.Gradients(Samples.Normal("inputs", 32, 64), Samples.Normal("targets", 32, 1));
            double Norm(int layer) => Math.Sqrt(network.Layers[layer].Gradients.Values.ToArray().Sum(g => (double)g * g));
            // χ is between 1 and 1.18: at most 1.18¹⁰ = 5.2 over twenty layers, and chance. With gain 1 sigmoid loses 0.21²⁰ = 1e-13.
            (Norm(0) / Norm(19)).ShouldBeInRange(0.2, 20, activation.Name);
        }
    }

    [Fact]
    public void An_epoch_sees_every_sample_once()
    {
        using var crew = new Crew(2);
        var inputs = new Tensor(10, 40_000);
        for (var i = 0; i < 10; i++)
        {
            inputs.Row(i).Fill(i);
        }
        var batches = new Batches(inputs, inputs, 4, crew);
        batches.Shuffle(new Draws(1, "order"));
        (batches.Count, batches[2].Inputs.Rows).ShouldBe((3, 2));
        List<float> seen = [];
        for (var i = 0; i < batches.Count; i++)
        {
            var (x, y) = batches[i];
            x.Bits().ShouldBe(y.Bits());
            seen.AddRange(Enumerable.Range(0, x.Rows).Select(row => x.Row(row)[^1]));
        }
        seen.ShouldNotBe([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
        seen.Order().ShouldBe([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    }

    [Fact]
    public void Evaluation_is_the_mean_over_samples_not_over_batches()
    {
        // A network of zeros says 0: squared errors 1, 4, 9 in batches of two and one.
        var targets = Tensor.From([1, 2, 3], 3, 1);
        var trainer = new Trainer(new Network([new Dense("d", 2, 1)]), new MeanSquaredError(), new Sgd());
        trainer.Evaluate(new Batches(new Tensor(3, 2), targets, 2)).ShouldBe(new Evaluation(14.0 / 3, null));
    }

    [Fact]
    public void Accuracy_is_the_share_of_targets_not_of_samples()
    {
        // Zeros for two positions of two classes: the first class is taken for the largest. Three of six targets are of it.
        var targets = Tensor.From([0, 1, 0, 0, 1, 1], 3, 2);
        var trainer = new Trainer(new Network([new Dense("d", 2, 4)]), new SoftmaxCrossEntropy(), new Sgd());
        var evaluation = trainer.Evaluate(new Batches(new Tensor(3, 2), targets, 2));
        evaluation.Accuracy.ShouldBe(0.5);
        evaluation.Loss.ShouldBe(Math.Log(2), 1e-7);
    }

    [Fact]
    public void A_pass_that_was_left_is_gone_on_with()
    {
        var inputs = Tensor.From([0, 1, 2, 3, 4], 5, 1);
        var batches = new Batches(inputs, inputs, 2);
        var draws = new Draws(1, "order");
        var trainer = new Trainer(new Network([new Dense("d", 1, 1)]), new MeanSquaredError(), new Sgd());
        List<float> seen = [];
        bool See(double loss)
        {
            seen.AddRange(batches[batches.Position - 1].Inputs.Values.ToArray());
            return true;
        }
        Should.Throw<OperationCanceledException>(() => trainer.Epoch(batches, draws, loss =>
        {
            See(loss);
            throw new OperationCanceledException();
        }));
        batches.Position.ShouldBe(1);
        trainer.Epoch(batches, draws, See);
        seen.Order().ShouldBe([0, 1, 2, 3, 4]);
        batches.Position.ShouldBe(0);
        trainer.Epoch(batches, draws, See);
        seen.Count.ShouldBe(10);
    }

    [Fact]
    public void Batches_that_cannot_be_are_refused()
    {
        Should.Throw<ArgumentException>(() => new Batches(new Tensor(3, 2), new Tensor(2, 1), 2))
            .Message.ShouldContain("3 samples and 2 targets");
        Should.Throw<ArgumentOutOfRangeException>(() => new Batches(new Tensor(0, 2), new Tensor(0, 1), 2));
        Should.Throw<ArgumentOutOfRangeException>(() => new Batches(new Tensor(3, 2), new Tensor(3, 1), 0));
        Should.Throw<ArgumentOutOfRangeException>(() => new Batches(new Tensor(3, 2), new Tensor(3, 1), 2)[2]);
    }

    private static int[] Train(int threads, ulong seed, Activation activation, bool evaluating = false)
    {
        using var crew = new Crew(threads);
        var network = Network.Perceptron(50, [130, 40], 10, activation, crew);
        network.Initialize(seed);
        var trainer = new Trainer(network, new SoftmaxCrossEntropy(), new Adam());
        var batches = new Batches(Samples.Normal("inputs", 150, 50), Samples.Classes(150, 10), 100);
        var draws = new Draws(seed, "order");
        double Epoch()
        {
            var loss = trainer.Epoch(batches, draws);
            if (evaluating)
            {
                trainer.Evaluate(batches).ShouldBe(trainer.Evaluate(batches));
                trainer.Gradients(batches[0].Inputs, batches[0].Targets, training: false);
            }
            return loss;
        }
        var losses = Enumerable.Range(0, 3).Select(_ => Epoch()).ToArray();
        return [.. network.Trainables.SelectMany(t => t.Value.Bits()), .. losses.Select(loss => loss.GetHashCode())];
    }
}
