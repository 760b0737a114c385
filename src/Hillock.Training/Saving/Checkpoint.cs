using System.Globalization;

namespace Hillock.Training;

/// <summary>A training in a file, so that it goes on as if it had never stopped: the same bits.</summary>
/// <remarks>
/// A safetensors file with the network's weights and statistics, seed and step, the optimizer's moments, step and learning rate; and if they are
/// given, the order of the batches, how far the pass has come, and the random draws that shuffle them; and what early stopping has seen, with the best
/// network. What is written in the program, such as layers, loss, schedule, patience and the optimizer's other settings, is not in it.
/// </remarks>
public static class Checkpoint
{
    private const string Seed = "network_seed", Steps = "network_steps";
    private const string Optimizer = "optimizer", OptimizerSteps = "optimizer_steps", Rate = "learning_rate";
    private const string BatchSize = "batch_size", Position = "batch_position";
    private const string StoppingSeen = "stopping_seen", StoppingBest = "stopping_best", StoppingLoss = "stopping_best_loss";
    private const string StoppingSteps = "stopping_best_network_steps", BestNetwork = Weights.Besides + "best/";
    private const string Order = Weights.Besides + "order", State = Weights.Besides + "draws";

    /// <summary>Writes the file: whole or not at all.</summary>
    /// <param name="path">The file; one that is there is replaced.</param>
    /// <param name="trainer">The training.</param>
    /// <param name="batches">The samples it goes through.</param>
    /// <param name="draws">Where their order comes from.</param>
    /// <param name="stopping">What watches over it.</param>
    /// <param name="toDisk">Whether to wait for the disk, see <see cref="OutputFile.Write"/>.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="ArgumentException">The watch is over another network.</exception>
    public static void Save(
        string path, Trainer trainer, Batches? batches = null, Draws? draws = null, EarlyStopping? stopping = null, bool toDisk = true)
    {
        Check(trainer, stopping);
        var (network, optimizer) = (trainer.Network, trainer.Optimizer);
        optimizer.Begin(network.Trainables);
        Dictionary<string, string> texts = new()
        {
            [Seed] = Text(network.Seed), [Steps] = Text(network.Steps),
            [Optimizer] = optimizer.Name, [OptimizerSteps] = Text(optimizer.Steps), [Rate] = Text(optimizer.LearningRate),
        };
        List<StoredTensor> tensors = [.. Weights.Of(network), .. Moments(trainer).Select(place => StoredTensor.Of(place.Name, place.Tensor))];
        if (batches is not null)
        {
            (texts[BatchSize], texts[Position]) = (Text(batches.Size), Text(batches.Position));
            tensors.Add(StoredTensor.Of(Order, ElementType.Int32, batches.Order));
        }
        if (draws is not null)
        {
            tensors.Add(StoredTensor.Of<ulong>(State, ElementType.UInt64, draws.State));
        }
        if (stopping is not null)
        {
            (texts[StoppingSeen], texts[StoppingBest], texts[StoppingLoss]) = (Text(stopping.Seen), Text(stopping.Best), Text(stopping.BestLoss));
            texts[StoppingSteps] = Text(stopping.BestNetwork.Steps);
            tensors.AddRange(BestOf(stopping).Select(place => StoredTensor.Of(place.Name, place.Tensor)));
        }
        new SafeTensors(tensors, texts).Write(path, toDisk);
    }

    /// <summary>How many steps a stored training has had.</summary>
    /// <exception cref="HillockException">The file cannot be read or is broken.</exception>
    public static long StepsOf(string path) => new StoredState(path).Number<long>(OptimizerSteps, n => n >= 0);

    /// <summary>Puts a training where it was. If something is wrong, nothing is changed.</summary>
    /// <param name="path">The file.</param>
    /// <param name="trainer">A training of the same layers with the same kind of optimizer.</param>
    /// <param name="batches">As many samples, in batches of the same size; <c>null</c> leaves what is in the file.</param>
    /// <param name="draws">What is to go on; <c>null</c> leaves what is in the file.</param>
    /// <param name="stopping">A watch over the training's network; <c>null</c> leaves what is in the file.</param>
    /// <exception cref="HillockException">The file cannot be read or is broken, or is of another training.</exception>
    /// <exception cref="ArgumentException">The watch is over another network.</exception>
    public static void Load(string path, Trainer trainer, Batches? batches = null, Draws? draws = null, EarlyStopping? stopping = null)
    {
        Check(trainer, stopping);
        var (network, optimizer) = (trainer.Network, trainer.Optimizer);
        var file = new StoredState(path);
        if (file.Text(Optimizer) != optimizer.Name)
        {
            throw file.Wrong(Optimizer, $"does not go on as {optimizer.Name}");
        }
        var (seed, steps) = (file.Number<ulong>(Seed, _ => true), file.Number<long>(Steps, n => n >= 0));
        var (optimizerSteps, rate) = (file.Number<int>(OptimizerSteps, n => n >= 0), file.Number<double>(Rate, r => r > 0 && double.IsFinite(r)));
        var order = batches is null ? [] : OrderOf(file, batches).ToArray();
        var position = batches is null ? 0 : file.Number<int>(Position, n => n >= 0 && n <= batches.Count);
        var state = draws is null ? [] : StateOf(file);

        var seen = stopping is null ? default : SeenOf(file);

        optimizer.Begin(network.Trainables);
        file.CopyTo([.. Weights.Places(network), .. Moments(trainer), .. stopping is null ? [] : BestOf(stopping)]);
        (network.Seed, network.Steps, optimizer.LearningRate) = (seed, steps, rate);
        optimizer.Resume(optimizerSteps);
        batches?.Resume(order, position);
        draws?.State = state;
        stopping?.Resume(seen.Losses, seen.Best, seen.BestLoss);
        stopping?.BestNetwork.Steps = seen.Steps;
    }

    private static void Check(Trainer trainer, EarlyStopping? stopping)
    {
        if (stopping?.BestNetwork.IsOf(trainer.Network) == false)
        {
            throw new ArgumentException("Early stopping watches another network than is trained.", nameof(stopping));
        }
    }

    private static IEnumerable<(string Name, Tensor Tensor)> BestOf(EarlyStopping stopping) =>
        stopping.BestNetwork.Copies.Select(copy => (BestNetwork + copy.Name, copy.Tensor));

    /// <summary>What a watch had seen: there is a best loss as soon as there is a best network.</summary>
    private static (int Losses, int Best, double BestLoss, long Steps) SeenOf(StoredState file)
    {
        var losses = file.Number<int>(StoppingSeen, n => n >= 0);
        var best = file.Number<int>(StoppingBest, n => n >= -1 && n < losses);
        return (losses, best, file.Number<double>(StoppingLoss, loss => !double.IsNaN(loss) && double.IsPositiveInfinity(loss) == best < 0),
            file.Number<long>(StoppingSteps, n => n >= 0));
    }

    private static IEnumerable<(string Name, Tensor Tensor)> Moments(Trainer trainer) =>
        trainer.Network.Trainables.SelectMany((trainable, i) => trainer.Optimizer.MomentNames.Zip(
            trainer.Optimizer.MomentsOf(i), (moment, tensor) => ($"{Weights.Besides}{moment}/{trainable.Name}", tensor)));

    private static ReadOnlySpan<int> OrderOf(StoredState file, Batches batches)
    {
        if (file.Number<int>(BatchSize, _ => true) != batches.Size)
        {
            throw file.Wrong(BatchSize, $"is not the {batches.Size} of these batches");
        }
        var order = file.Of(Order, ElementType.Int32, [batches.Samples]).As<int>();
        var seen = new bool[order.Length];
        foreach (var sample in order)
        {
            if ((uint)sample >= (uint)seen.Length || seen[sample])
            {
                throw file.In(Order, $"has sample {sample} twice or has no such sample; it is an order of {seen.Length} samples from 0 on");
            }
            seen[sample] = true;
        }
        return order;
    }

    private static ulong[] StateOf(StoredState file)
    {
        var state = file.Of(State, ElementType.UInt64, [Draws.Words]).As<ulong>().ToArray();
        return state.AsSpan(0, 4).ContainsAnyExcept(0UL) ? state : throw file.In(State, "is all zeros, from which no draw ever comes");
    }

    private static string Text(IFormattable number) => number.ToString(null, CultureInfo.InvariantCulture);
}
