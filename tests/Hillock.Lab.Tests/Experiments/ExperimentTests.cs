namespace Hillock.Lab.Tests;

public sealed class ExperimentTests
{
    [Theory]
    [InlineData("spiral")]
    [InlineData("sine")]
    [InlineData("blobs")]
    public void The_same_experiment_gives_the_same_bits_for_any_number_of_threads(string data)
    {
        var experiment = Support.Experiment(data, "relu,rrelu,swish(beta=trainable)", seeds: 2, epochs: 3, rows: 300);
        var first = Support.WithoutTimes(experiment.Trained());
        foreach (var threads in new[] { 1, 2, 5, 13 })
        {
            Support.WithoutTimes((experiment with { Threads = threads }).Trained()).ShouldBe(first);
        }
        // The check itself can fail: other seeds give other numbers.
        Support.WithoutTimes((experiment with { Seeds = [8, 9] }).Trained()).ShouldNotBe(first);
    }

    [Fact]
    public void The_same_function_by_another_name_gives_the_same_run()
    {
        // Split, batches and draws can then not depend on name or place; the functions are the same but for the sign of 0.
        var runs = Support.Experiment("moons", "relu,tanh,leaky_relu(alpha=0)", epochs: 5).Trained().Runs;
        runs[2].Epochs.Select(e => (e.TrainLoss, e.TestLoss)).ShouldBe(runs[0].Epochs.Select(e => (e.TrainLoss, e.TestLoss)));
        runs[1].Epochs[0].TrainLoss.ShouldNotBe(runs[0].Epochs[0].TrainLoss);
    }

    [Fact]
    public void What_is_random_in_training_is_drawn_there_and_nowhere_else()
    {
        // The mean of ⅛ and ⅓ is what evaluation takes; with equal ends there is nothing to draw.
        const string Names = "rrelu,leaky_relu(alpha=0.22916666666666666),rrelu(lower=0.25,upper=0.25),leaky_relu(alpha=0.25)";
        var losses = Support.Experiment("moons", Names, epochs: 3).Trained().Runs.Select(run => run.Epochs.Select(e => (e.TrainLoss, e.TestLoss))).ToArray();
        losses[0].ShouldNotBe(losses[1]);
        losses[2].ShouldBe(losses[3]);
    }

    [Fact]
    public void First_weights_are_the_same_draws_times_the_gain()
    {
        // He's √2 for relu, 1 / √E tanh² = 1.5925 for tanh (shared/reference/theory.md, 4.2), in every layer behind another.
        var relu = Network.Perceptron(2, [16, 16], 1, Catalog.Parse("relu"));
        var tanh = Network.Perceptron(2, [16, 16], 1, Catalog.Parse("tanh"));
        relu.Initialize(5, Initializer.Auto);
        tanh.Initialize(5, Initializer.Auto);
        foreach (var (layer, ratio) in new[] { (0, 1), (1, 1.5925 / Math.Sqrt(2)), (2, 1) })
        {
            float[] Weights(Network network) => network.Layers[layer].Trainables[0].Value.Values.ToArray();
            foreach (var (a, b) in Weights(relu).Zip(Weights(tanh)))
            {
                ((double)b).ShouldBe(a * ratio, (1e-4 * Math.Abs(a)) + 1e-7);
            }
        }
    }

    [Fact]
    public void Xor_cannot_be_learned_without_nonlinearity()
    {
        var runs = Support.Experiment("xor", "linear,relu,leaky_relu,elu,gelu,silu,mish,tanh", epochs: 60, noise: 0.2).Trained().Runs;
        // A line separates three of four quadrants at best.
        runs[0].Score.ShouldBeLessThan(0.75);
        runs.Skip(1).ShouldAllBe(run => run.Score == 1);
        runs[0].Findings.Single().Rule.ShouldBe("no nonlinearity");
    }

    [Fact]
    public void Twenty_layers_of_sigmoid_fail_because_gradients_vanish()
    {
        var runs = Deep("sigmoid,relu,tanh").Trained().Runs;
        runs[0].Score.ShouldBe(0.5, 0.05);
        All(runs[0]).ShouldContain("vanishing gradients");
        runs.Skip(1).ShouldAllBe(run => run.Score > 0.95);
        runs.Skip(1).SelectMany(All).ShouldNotContain("vanishing gradients");
    }

    [Fact]
    public void Centred_weights_let_twenty_layers_of_sigmoid_learn() =>
        Deep("sigmoid").With(recipe => recipe with { Initializer = Initializer.Centred }).Trained().Runs.Single().Score.ShouldBeGreaterThan(0.95);

    [Fact]
    public void A_rate_far_too_large_diverges_and_ends_the_run()
    {
        var experiment = Support.Experiment("sine", "linear", epochs: 50, rate: 100).With(recipe => recipe with { Optimizer = OptimizerChoice.Sgd });
        var run = experiment.Trained().Runs.Single();
        run.Diverged.ShouldBeTrue();
        run.Score.ShouldBe(double.NaN);
        run.Epochs.Count.ShouldBeLessThan(50);
        All(run).ShouldContain("non-finite values");
    }

    [Fact]
    public void An_error_is_in_the_targets_own_unit()
    {
        // y = x/1000 + 5 for x = 0 … 199: guessing the mean errs by the deviation, 200 / √12 / 1000 = 0.0577.
        float[] x = [.. Enumerable.Range(0, 200)], y = [.. x.Select(v => (v / 1000) + 5)];
        var experiment = Support.Experiment("sine", "linear", epochs: 30) with { Data = new("line", LearningTask.Regression, x, y, ["x"]) };
        experiment.Measure.Guessing(experiment.Split(1)).ShouldBe(0.0577, 0.01);
        experiment.Trained().Runs.Single().Score.ShouldBeLessThan(0.002);
    }

    [Fact]
    public void A_stop_gives_back_what_is_finished()
    {
        using var stop = new CancellationTokenSource();
        var result = Support.Experiment("moons", "relu,tanh,elu", epochs: 2, rows: 100).Run(new StopAfter(2, stop), stop.Token);
        result.Stopped.ShouldBeTrue();
        result.Runs.Select(run => run.Recipe.Name).ShouldBe(["relu", "tanh"]);
    }

    [Fact]
    public void A_class_that_no_training_row_has_is_refused()
    {
        // The publisher's test part has the only row of the third class.
        var data = new Dataset("published", LearningTask.Classes, [1, 2, 3, 4, 5, 6], [0, 1, 0, 1, 0, 2], ["x"], ["a", "b", "c"])
        {
            PublishedTestRows = 2,
        };
        Should.Throw<HillockException>(() => (Support.Experiment("sine", "relu") with { Data = data, Threads = 2 }).Trained())
            .Message.ShouldBe("published: no row of class 'c' is in the part to train with; leave the class out, or add rows of it");
    }

    [Theory]
    [InlineData(800, 32, 100)] // 25 steps each: 100 · 25 = 2500.
    [InlineData(8000, 32, 10)] // 250 steps each.
    [InlineData(120, 32, 200)] // 4 steps each would need 625 epochs.
    [InlineData(60_000, 32, 5)] // 1875 steps each: two epochs are too few.
    public void Epochs_follow_from_the_size(int rows, int batch, int epochs) => Budget.Epochs(rows, batch).ShouldBe(epochs);

    private static IEnumerable<string> All(RunRecord run) => run.Findings.SelectMany(finding => finding.WithConsequences()).Select(finding => finding.Rule);

    private static Experiment Deep(string activations) =>
        Support.Experiment("moons", activations, epochs: 20, rate: 0.001)
            .With(recipe => recipe with { Network = Plan.Perceptron([.. Enumerable.Repeat(32, 20)]) });

    private sealed class StopAfter(int runs, CancellationTokenSource stop) : IWatcher
    {
        private int _finished;

        public void Started(Recipe recipe, ulong seed)
        {
        }

        public void Passed(Recipe recipe, ulong seed, EpochRecord epoch)
        {
        }

        public void Finished(RunRecord run)
        {
            if (++_finished == runs)
            {
                stop.Cancel();
            }
        }
    }
}
