namespace Hillock.Training.Tests;

public sealed class CheckpointTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public static TheoryData<string> Optimizers => ["sgd", "adam", "adamw", "rmsprop", "lion"];

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [MemberData(nameof(Optimizers))]
    public void A_training_that_was_saved_goes_on_to_the_bit(string optimizer)
    {
        // Seven batches a pass: the tenth step is within the second. Random activations and running means, so the steps' seeds count and
        // what no gradient changes.
        var undisturbed = new Training(optimizer);
        undisturbed.Run(20);
        var first = new Training(optimizer);
        first.Run(10);
        Checkpoint.Save(_scratch["ten"], first.Trainer, first.Batches, first.Draws);
        first.Run(3);
        var second = new Training(optimizer) { Seed = 99 };
        Checkpoint.Load(_scratch["ten"], second.Trainer, second.Batches, second.Draws);
        second.Run(10);
        second.Bits().ShouldBe(undisturbed.Bits());
        // The weights alone are not enough.
        var third = new Training(optimizer);
        Weights.Load(third.Trainer.Network, _scratch["ten"]);
        third.Run(10);
        third.Bits().ShouldNotBe(undisturbed.Bits());
        // Back to where it was, in the objects that have gone on since.
        Checkpoint.Load(_scratch["ten"], first.Trainer, first.Batches, first.Draws);
        first.Run(10);
        first.Bits().ShouldBe(undisturbed.Bits());
    }

    [Fact]
    public void A_training_can_be_saved_before_its_first_step()
    {
        var undisturbed = new Training("adam");
        Checkpoint.Save(_scratch["zero"], undisturbed.Trainer, undisturbed.Batches, undisturbed.Draws);
        undisturbed.Run(5);
        var second = new Training("adam") { Seed = 99 };
        Checkpoint.Load(_scratch["zero"], second.Trainer, second.Batches, second.Draws);
        second.Run(5);
        second.Bits().ShouldBe(undisturbed.Bits());
    }

    [Fact]
    public void Weights_are_saved_alone_and_taken_from_a_checkpoint()
    {
        var trained = new Training("adam");
        trained.Run(3);
        Weights.Save(trained.Trainer.Network, _scratch["weights"]);
        Checkpoint.Save(_scratch["checkpoint"], trained.Trainer);
        SafeTensors.Read(_scratch["weights"]).Tensors.Select(t => t.Name)
            .ShouldBe(
            [
                "dense1.weights", "dense1.biases", "batchnorm1.scale", "batchnorm1.shift", "dense2.weights", "dense2.biases",
                "batchnorm2.scale", "batchnorm2.shift", "dense3.weights", "dense3.biases",
                "batchnorm1.mean", "batchnorm1.variance", "batchnorm2.mean", "batchnorm2.variance",
            ]);
        foreach (var file in new[] { "weights", "checkpoint" })
        {
            var fresh = new Training("sgd");
            Weights.Load(fresh.Trainer.Network, _scratch[file]);
            fresh.Bits().ShouldBe(trained.Bits());
        }
    }

    [Fact]
    public void A_file_of_another_training_is_refused_and_changes_nothing()
    {
        var trained = new Training("adam");
        trained.Run(3);
        Checkpoint.Save(_scratch["file"], trained.Trainer, trained.Batches, trained.Draws);
        Weights.Save(trained.Trainer.Network, _scratch["weights"]);
        void Refused(string file, Training other, string said)
        {
            var before = other.Bits();
            var message = Should.Throw<HillockException>(
                () => Checkpoint.Load(_scratch[file], other.Trainer, other.Batches, other.Draws)).Message;
            message.ShouldContain(said);
            message.ShouldContain(file);
            other.Bits().ShouldBe(before);
        }
        Refused("file", new("sgd"), "'optimizer': is 'adam'; that does not go on as sgd");
        Refused("file", new("adam", hidden: 8), "'dense1.weights': is F32 5×9 in the file; F32 5×8 is wanted");
        Refused("file", new("adam", layers: 3), "'dense3.weights': is F32 9×3 in the file; F32 9×9 is wanted");
        Refused("file", new("adam", layers: 1), "'dense2.weights': is F32 9×9 in the file; F32 9×3 is wanted");
        Refused("file", new("adam", normalised: false), "'batchnorm1.scale': the network has no such weights");
        Weights.Save(new Training("adam", normalised: false).Trainer.Network, _scratch["plain"]);
        Should.Throw<HillockException>(() => Weights.Load(trained.Trainer.Network, _scratch["plain"]))
            .Message.ShouldContain("'batchnorm1.scale': is not in the file");
        Refused("file", new("adam", batch: 8), "'batch_size': is '6'; that is not the 8");
        Refused("file", new("adam", samples: 41), "'training/order': is I32 40 in the file; I32 41 is wanted");
        Refused("weights", new("adam"), "'optimizer': is not in the file's metadata");

        void Broken(string name, Func<StoredTensor, StoredTensor> change, string said)
        {
            var file = SafeTensors.Read(_scratch["file"]);
            (file with { Tensors = [.. file.Tensors.Select(t => t.Name == name ? change(t) : t)] }).Write(_scratch["changed"]);
            Refused("changed", new("adam"), said);
        }
        Broken("training/order", t => StoredTensor.Of<int>(t.Name, t.Type, new int[40]), "'training/order': has sample 0 twice");
        Broken("training/order", t => StoredTensor.Of<int>(t.Name, t.Type, [.. Enumerable.Range(1, 40)]), "sample 40");
        Broken("training/order", t => t with { Name = "training/old" }, "'training/order': is not in the file");
        Broken("training/draws", t => StoredTensor.Of<ulong>(t.Name, t.Type, new ulong[6]), "'training/draws': is all zeros");
        Broken("training/mean/dense3.biases", t => t with { Name = "training/old" }, "'training/mean/dense3.biases': is not in the file");
        Broken("dense3.biases", t => t with { Type = ElementType.Int32 }, "'dense3.biases': is I32 3 in the file; F32 3 is wanted");
        Broken("batchnorm1.mean", t => t with { Name = "batchnorm1.means" }, "'batchnorm1.mean': is not in the file; did you mean 'batchnorm1.means'?");
        foreach (var (name, bad) in new[]
        {
            ("optimizer_steps", "-1"), ("optimizer_steps", "x"), ("learning_rate", "0"), ("learning_rate", "NaN"), ("network_seed", "-1"),
            ("network_steps", "1e3"), ("batch_position", "8"), ("batch_position", ""),
        })
        {
            var file = SafeTensors.Read(_scratch["file"]);
            (file with { Metadata = new Dictionary<string, string>(file.Metadata) { [name] = bad } }).Write(_scratch["changed"]);
            Refused("changed", new("adam"), $"'{name}': is '{bad}'; that cannot be");
        }
    }

    /// <summary>A small training, made anew from its description.</summary>
    private sealed class Training(string optimizer, int hidden = 9, int layers = 2, int batch = 6, int samples = 40, bool normalised = true)
    {
        private Trainer? _trainer;

        public ulong Seed { get; init; } = 1;

        public Batches Batches { get; } = new(Samples.Normal("inputs", samples, 5), Samples.Classes(samples, 3), batch);

        public Draws Draws => field ??= new(Seed, "order");

        public Trainer Trainer => _trainer ??= Make();

        public void Run(int steps)
        {
            for (var step = 0; step < steps;)
            {
                try
                {
                    Trainer.Epoch(Batches, Draws, _ =>
                    {
                        if (++step == steps)
                        {
                            throw new OperationCanceledException();
                        }
                        return true;
                    });
                }
                catch (OperationCanceledException)
                {
                }
            }
        }

        public int[] Bits() =>
        [
            .. Trainer.Network.Trainables.SelectMany(t => t.Value.Bits()), .. Trainer.Network.Statistics.SelectMany(s => s.Value.Bits()),
        ];

        private Trainer Make()
        {
            var norm = normalised ? "batchnorm, " : "";
            var network = Plan.Parse($"repeat {layers} (dense {hidden}, {norm}rrelu, dropout 0.1), dense 3").Build(5);
            network.Initialize(Seed);
            return new(network, new SoftmaxCrossEntropy(), optimizer switch
            {
                "sgd" => new Sgd(0.1, 0.9),
                "adam" => new Adam(0.01),
                "adamw" => new AdamW(0.01),
                "rmsprop" => new RmsProp(0.01, momentum: 0.5),
                _ => new Lion(0.01),
            }, new() { Schedule = new LinearDecay(30) });
        }
    }
}
