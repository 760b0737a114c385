namespace Hillock.Training.Tests;

/// <summary>A training that was saved under early stopping ends when, and as, it would have.</summary>
public sealed class StoppingCheckpointTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void It_ends_at_the_same_epoch_with_the_same_bits_wherever_it_was_saved()
    {
        var undisturbed = new Watched(1);
        undisturbed.ToEnd();
        // Targets by chance are learned by heart: samples that were kept back get worse, and the best network is not the last.
        undisturbed.Stopping.Best.ShouldBeInRange(1, undisturbed.Stopping.Seen - 2);
        undisturbed.Stopping.Seen.ShouldBe(undisturbed.Stopping.Best + 1 + Watched.Patience);
        for (var epochs = 0; epochs < undisturbed.Stopping.Seen; epochs++)
        {
            var (first, second) = (new Watched(1), new Watched(99));
            for (var epoch = 0; epoch < epochs; epoch++)
            {
                first.Epoch().ShouldBeFalse();
            }
            Checkpoint.Save(_scratch["saved"], first.Trainer, first.Batches, first.Draws, first.Stopping);
            // What the other one has seen is of no account.
            second.Epoch();
            Checkpoint.Load(_scratch["saved"], second.Trainer, second.Batches, second.Draws, second.Stopping);
            second.ToEnd();
            (second.Stopping.Seen, second.Stopping.Best, second.Stopping.BestLoss)
                .ShouldBe((undisturbed.Stopping.Seen, undisturbed.Stopping.Best, undisturbed.Stopping.BestLoss));
            second.Bits().ShouldBe(undisturbed.Bits(), $"saved after {epochs} epochs");
            second.Trainer.Network.Steps.ShouldBe(undisturbed.Trainer.Network.Steps);
        }
    }

    [Fact]
    public void What_was_seen_may_be_left_out()
    {
        var (with, without) = (new Watched(1), new Watched(1));
        with.Epoch();
        Checkpoint.Save(_scratch["with"], with.Trainer, with.Batches, with.Draws, with.Stopping);
        Checkpoint.Save(_scratch["without"], with.Trainer, with.Batches, with.Draws);
        Checkpoint.Load(_scratch["with"], without.Trainer, without.Batches, without.Draws);
        without.Bits().ShouldBe(with.Bits());
        without.Stopping.Seen.ShouldBe(0);
        Weights.Load(without.Trainer.Network, _scratch["with"]);
        Refused("without", "'stopping_seen': is not in the file's metadata");
    }

    [Theory]
    [InlineData("stopping_seen", "-1")]
    [InlineData("stopping_seen", "two")]
    [InlineData("stopping_best", "-2")]
    [InlineData("stopping_best", "2")]
    [InlineData("stopping_best_loss", "NaN")]
    [InlineData("stopping_best_loss", "Infinity")]
    [InlineData("stopping_best_network_steps", "-1")]
    public void What_cannot_have_been_seen_is_refused(string name, string bad)
    {
        Change(file => file with { Metadata = new Dictionary<string, string>(file.Metadata) { [name] = bad } });
        Refused("changed", $"'{name}': is '{bad}'; that cannot be");
    }

    [Fact]
    public void Another_network_is_refused()
    {
        Change(file => file with { Tensors = [.. file.Tensors.Where(t => t.Name != "training/best/dense2.weights")] });
        Refused("changed", "'training/best/dense2.weights': is not in the file");
        var (one, other) = (new Watched(1), new Watched(1));
        Should.Throw<ArgumentException>(() => Checkpoint.Save(_scratch["other"], one.Trainer, stopping: other.Stopping)).Message.ShouldContain("another network");
        Should.Throw<ArgumentException>(() => Checkpoint.Load(_scratch["saved"], one.Trainer, stopping: other.Stopping)).Message.ShouldContain("another network");
        File.Exists(_scratch["other"]).ShouldBeFalse();
    }

    /// <summary>Two epochs, of which the second may be the best, and something about them changed.</summary>
    private void Change(Func<SafeTensors, SafeTensors> change)
    {
        var watched = new Watched(1);
        watched.Epoch();
        watched.Epoch();
        Checkpoint.Save(_scratch["saved"], watched.Trainer, watched.Batches, watched.Draws, watched.Stopping);
        change(SafeTensors.Read(_scratch["saved"])).Write(_scratch["changed"]);
    }

    /// <summary>And nothing is changed.</summary>
    private void Refused(string file, string said)
    {
        var watched = new Watched(5);
        watched.Epoch();
        var before = watched.Bits();
        var message = Should.Throw<HillockException>(
            () => Checkpoint.Load(_scratch[file], watched.Trainer, watched.Batches, watched.Draws, watched.Stopping)).Message;
        message.ShouldContain(said);
        message.ShouldContain(file);
        watched.Bits().ShouldBe(before);
        watched.Stopping.Seen.ShouldBe(1);
        watched.Stopping.Restore();
        watched.Bits().ShouldBe(before);
    }

    /// <summary>A small training under early stopping: running means, and what is drawn by the number of the step.</summary>
    private sealed class Watched
    {
        public const int Patience = 3;

        private readonly Batches _kept = new(Samples.Normal("kept", 40, 5), Samples.Classes(40, 3), 40);

        public Watched(ulong seed)
        {
            var network = Plan.Parse("dense 16, batchnorm, rrelu, dropout 0.1, dense 3").Build(5);
            network.Initialize(seed);
            Trainer = new(network, new SoftmaxCrossEntropy(), new Adam(0.01));
            (Stopping, Draws) = (new(network, Patience), new(seed, "order"));
        }

        public Trainer Trainer { get; }

        public EarlyStopping Stopping { get; }

        public Batches Batches { get; } = new(Samples.Normal("inputs", 40, 5), Samples.Classes(40, 3), 8);

        public Draws Draws { get; }

        /// <summary>One epoch; whether it is time to end.</summary>
        public bool Epoch()
        {
            Trainer.Epoch(Batches, Draws);
            return Stopping.Ends(Trainer.Evaluate(_kept).Loss);
        }

        public void ToEnd()
        {
            while (!Epoch())
            {
                Stopping.Seen.ShouldBeLessThan(1000);
            }
            Stopping.Restore();
        }

        public int[] Bits() =>
        [
            .. Trainer.Network.Trainables.SelectMany(t => t.Value.Bits()), .. Trainer.Network.Statistics.SelectMany(s => s.Value.Bits()),
        ];
    }
}
