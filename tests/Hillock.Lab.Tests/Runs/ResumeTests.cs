namespace Hillock.Lab.Tests;

/// <summary>What is interrupted, wherever and however often, ends with the bits of what was not.</summary>
public sealed class ResumeTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    /// <summary>Data, activations and network: random and trained activations, dropout, running means, gates.</summary>
    public static TheoryData<string, string, string, string> Networks => new()
    {
        { "moons", "relu,rrelu,swish(beta=trainable)", "dense 8, {act}, dense 8, {act}", "adam" },
        { "sine", "tanh,gelu", "dense 8, batchnorm, {act}, dropout 0.2, dense 8, {act}", "sgd" },
        { "grammar", "relu", "dense 8, positions, transformer 2 act {act} causal", "lion" },
        { "adding", "tanh", "lstm 4 cell {act} last", "rmsprop" },
    };

    [Theory]
    [MemberData(nameof(Networks))]
    public void A_stop_after_any_epoch_changes_no_bit(string data, string activations, string network, string optimizer)
    {
        var experiment = Small(data, activations, epochs: 3, seeds: 1).With(recipe => recipe with
        {
            Network = Plan.Parse(network).For(Datasets.Open(data)), Optimizer = OptimizerChoice.Named(optimizer), LearningRate = 0.01,
        });
        var whole = Support.WithoutTimes(experiment.Trained());
        for (var epoch = 1; epoch <= experiment.Runs * experiment.Epochs; epoch++)
        {
            // Stopped after each epoch anew, until all is done.
            var stopped = Go(experiment, $"{epoch}", stopAfter: epoch);
            stopped.Stopped.ShouldBe(epoch < experiment.Runs * experiment.Epochs);
            Support.WithoutTimes(Go(experiment, $"{epoch}")).ShouldBe(whole);
        }
    }

    [Theory]
    [InlineData("cosine", 0, "auto")]
    [InlineData("step", 5, "unit_variance")]
    [InlineData("warm-up", 16, "orthogonal")]
    [InlineData("one-cycle", 3, "unit_variance")]
    public void Courses_parts_of_batches_and_measured_weights_go_on_as_they_began(string schedule, int microBatch, string initializer)
    {
        var experiment = Small("moons", "rrelu", epochs: 4, seeds: 1).With(recipe => recipe with
        {
            Schedule = ScheduleChoice.Named(schedule), MicroBatch = microBatch, Initializer = Initializer.Named(initializer), LearningRate = 0.01,
        });
        var whole = Support.WithoutTimes(experiment.Trained());
        for (var epoch = 1; epoch < experiment.Epochs; epoch++)
        {
            Go(experiment, $"{epoch}", stopAfter: epoch).Stopped.ShouldBeTrue();
            Support.WithoutTimes(Go(experiment with { Threads = 3 }, $"{epoch}")).ShouldBe(whole);
        }
    }

    [Fact]
    public void Settings_of_before_there_were_courses_are_read()
    {
        var experiment = Small("moons", "relu", epochs: 2, seeds: 1);
        Go(experiment, "old");
        var file = Directory.GetFiles(_scratch["old"], "settings.json", SearchOption.AllDirectories).Single();
        var lines = File.ReadAllLines(file);
        string[] older = [.. lines.Where(line => !line.Contains("\"schedule\"", StringComparison.Ordinal) && !line.Contains("\"microBatch\"", StringComparison.Ordinal))];
        older.Length.ShouldBe(lines.Length - 2);
        File.WriteAllText(file, string.Join('\n', older).Replace("\"standard\",", "\"standard\"", StringComparison.Ordinal));
        var store = new RunStore(_scratch["old"]);
        store.Open(store.Ids().Single()).Parts()[0].Settings.Recipes[0].ShouldBe(StoredRecipe.Of(experiment.Recipes[0]));
        Support.WithoutTimes(Go(experiment, "old")).ShouldBe(Support.WithoutTimes(experiment.Trained()));
    }

    [Fact]
    public void Killed_a_hundred_times_at_any_byte_it_ends_with_the_same_bits()
    {
        // A process that is killed leaves what it has written: whole lines and perhaps a torn one, the checkpoint of this epoch or the one before, and
        // drafts. Power failures leave less: any file may end anywhere.
        var experiment = Small("moons", "relu,rrelu", epochs: 6, seeds: 2);
        var whole = Support.WithoutTimes(experiment.Trained());
        var random = new Random(1);
        for (int kill = 0, life = 0; kill < 100; life++)
        {
            var name = $"life {life}";
            ExperimentResult result;
            // Epochs that are kept count too: in two of three lives it is stopped before the last.
            while ((result = Go(experiment, name, stopAfter: random.Next(1, 36))).Stopped)
            {
                Cut(_scratch[name], random);
                kill++;
            }
            Support.WithoutTimes(result).ShouldBe(whole);
        }
    }

    [Fact]
    public void What_is_finished_is_not_trained_again()
    {
        var experiment = Small("moons", "relu,tanh", epochs: 2, seeds: 2);
        var first = Go(experiment, "once");
        var again = Go(experiment, "once");
        Support.WithoutTimes(again).ShouldBe(Support.WithoutTimes(first));
        // Times are those of the first time: nothing was measured anew.
        again.Runs.SelectMany(run => run.Epochs).ShouldBe(first.Runs.SelectMany(run => run.Epochs));
        again.Runs.Select(run => run.Seconds).ShouldBe(first.Runs.Select(run => run.Seconds));
    }

    [Fact]
    public void A_run_that_diverged_is_kept_as_it_ended()
    {
        var experiment = Support.Experiment("sine", "linear", epochs: 50, rate: 100, rows: 100).With(recipe => recipe with { Optimizer = OptimizerChoice.Sgd });
        var first = Go(experiment, "diverged");
        var again = Go(experiment, "diverged");
        first.Runs[0].Diverged.ShouldBeTrue();
        again.Runs[0].Breakdown.ShouldBe(first.Runs[0].Breakdown.ShouldNotBeNull());
        Support.WithoutTimes(again).ShouldBe(Support.WithoutTimes(first));
    }

    [Fact]
    public void Another_experiment_does_not_go_on_there()
    {
        var experiment = Small("moons", "relu", epochs: 2, seeds: 1);
        Go(experiment, "mine");
        foreach (var (other, what) in new[]
        {
            (experiment with { Epochs = 3 }, "epochs is '2' there and '3' now"),
            (experiment with { Seeds = [2] }, "seeds[0] is '1' there and '2' now"),
            (experiment with { Data = Datasets.Open("moons", new() { Seed = 9, Rows = 60 }) }, "data.fingerprint is"),
            (experiment.With(recipe => recipe with { Schedule = ScheduleChoice.Named("cosine") }), "recipes[0].schedule is 'linear' there and 'cosine' now"),
            (experiment.With(recipe => recipe with { MicroBatch = 4 }), "recipes[0].microBatch is '0' there and '4' now"),
            (experiment.With(recipe => recipe with { LearningRate = 0.5 }), "recipes[0].learningRate is '0.01' there and '0.5' now"),
        })
        {
            Should.Throw<HillockException>(() => Go(other, "mine")).Message.ShouldContain(what);
        }
        Support.WithoutTimes(Go(experiment with { Threads = 3 }, "mine")).ShouldBe(Support.WithoutTimes(experiment.Trained()));
    }

    [Fact]
    public void Two_programs_do_not_write_the_same_experiment()
    {
        var experiment = Small("moons", "relu", epochs: 1, seeds: 1);
        var store = new RunStore(_scratch["runs"]);
        using var first = store.New(Origin.Here("test", new Dictionary<string, IReadOnlyList<string>>()));
        experiment.Run(null, first, TestContext.Current.CancellationToken);
        first.State.ShouldBe("running");
        using (var second = store.Open(first.Id!))
        {
            Should.Throw<HillockException>(() => experiment.Run(null, second)).Message.ShouldContain("another program is at it");
        }
        Should.Throw<HillockException>(() => store.Remove(first.Id!)).Message.ShouldContain("a program is at it");
        first.Close();
        first.Dispose();
        store.Open(first.Id!).State.ShouldBe("finished");
    }

    private static Experiment Small(string data, string activations, int epochs, int seeds) =>
        Support.Experiment(data, activations, seeds, epochs, rows: 60).With(recipe => recipe with { Network = Plan.Perceptron(6, 6), BatchSize = 16 });

    /// <summary>Begins an experiment in a store of that name, or goes on with the one that is there.</summary>
    private ExperimentResult Go(Experiment experiment, string name, int stopAfter = int.MaxValue)
    {
        // Epochs take less than a millisecond here; each is to be gone on from.
        var store = new RunStore(_scratch[name]) { CheckpointEvery = TimeSpan.Zero };
        using var folder = store.Ids() is [var id] ? store.Open(id) : store.New(Origin.Here("test", new Dictionary<string, IReadOnlyList<string>>()));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        return experiment.Run(new StopAfterEpochs(stopAfter, stop), folder, stop.Token);
    }

    /// <summary>Does to files what the end of a process or of the power does.</summary>
    private static void Cut(string folder, Random random)
    {
        string[] files = Directory.GetFiles(folder, "*", SearchOption.AllDirectories);
        string[] lines = [.. files.Where(file => file.EndsWith(".jsonl", StringComparison.Ordinal))];
        foreach (var file in lines.Where(_ => random.Next(2) == 0))
        {
            File.AppendAllText(file, "{\"epoch\":3,\"st");
        }
        File.WriteAllText(Path.Combine(Path.GetDirectoryName(lines[0])!, "checkpoint.safetensors.tmp1"), "draft");
        if (random.Next(3) == 0)
        {
            var file = files.Where(file => Path.GetFileName(file) is not ("experiment.json" or "settings.json")).ElementAt(random.Next(files.Length - 2));
            using var stream = File.OpenWrite(file);
            stream.SetLength(random.NextInt64(stream.Length + 1));
        }
    }

    /// <summary>Stops in the epoch after so many that were seen.</summary>
    private sealed class StopAfterEpochs(int epochs, CancellationTokenSource stop) : IWatcher
    {
        private int _seen;

        public void Started(Recipe recipe, ulong seed)
        {
        }

        public void Passed(Recipe recipe, ulong seed, EpochRecord epoch)
        {
            if (++_seen == epochs)
            {
                stop.Cancel();
            }
        }

        public void Finished(RunRecord run)
        {
        }
    }
}
