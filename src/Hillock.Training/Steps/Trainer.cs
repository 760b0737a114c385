namespace Hillock.Training;

/// <summary>Training: a network, what it shall make small, and how it is changed.</summary>
/// <param name="network">The network, initialised.</param>
/// <param name="loss">The loss.</param>
/// <param name="optimizer">The optimizer, used for no other network.</param>
/// <param name="options">What is done besides; the default is nothing.</param>
public sealed class Trainer(Network network, Loss loss, Optimizer optimizer, TrainerOptions? options = null)
{
    private readonly AllGradients _gradients = new(network.Trainables, network.Crew);
    private readonly MicroBatch _micro = new();

    /// <summary>The network that is trained.</summary>
    public Network Network => network;

    /// <summary>What is made small.</summary>
    public Loss Loss => loss;

    /// <summary>How the network is changed.</summary>
    public Optimizer Optimizer => optimizer;

    /// <summary>What is done besides.</summary>
    public TrainerOptions Options { get; } = options ?? new();

    /// <summary>
    /// One step: forward, loss, backward, update. Allocates nothing once it has seen the largest batch and every thread has had a part.
    /// </summary>
    /// <param name="inputs">Samples × features.</param>
    /// <param name="targets">As the loss wants them.</param>
    /// <returns>The loss of the batch before the update.</returns>
    public double Step(Tensor inputs, Tensor targets)
    {
        var value = Gradients(inputs, targets);
        Options.Clipping?.Apply(_gradients);
        optimizer.Step(network.Trainables, network.Crew, Options.Schedule.At(optimizer.Steps));
        return value;
    }

    /// <summary>
    /// A step without its update: afterwards every trainable holds the gradients of the batch, and every layer those of what was last sent
    /// through: the batch, or the last of its micro-batches.
    /// </summary>
    /// <param name="inputs">Samples × features.</param>
    /// <param name="targets">As the loss wants them.</param>
    /// <param name="training"><c>false</c> to look at the gradients of the network as it is evaluated, and change no draw of steps to come.</param>
    /// <param name="afterForward">
    /// Called between the way forward and the way back, of each micro-batch: all of <see cref="Network.Sites"/> can be read then, also those that
    /// the way back writes over.
    /// </param>
    /// <returns>The loss of the batch.</returns>
    public double Gradients(Tensor inputs, Tensor targets, bool training = true, Action? afterForward = null)
    {
        if (Options.MicroBatch == 0 || Options.MicroBatch >= inputs.Rows)
        {
            return Whole(inputs, targets, training, afterForward);
        }
        double sum = 0, total = 0;
        for (var first = 0; first < inputs.Rows; first += Options.MicroBatch)
        {
            var (someInputs, someTargets) = _micro.Of(inputs, targets, first, Options.MicroBatch);
            var value = Whole(someInputs, someTargets, training, afterForward);
            var weight = loss.Weight(someTargets);
            (sum, total) = (sum + (value * weight), total + weight);
            _gradients.Add(weight);
        }
        _gradients.Take(total > 0 ? 1 / total : 0);
        return Mean(sum, total);
    }

    /// <summary>
    /// One pass over all samples in a new order; or what is left of one, if the batches come from a checkpoint within it.
    /// </summary>
    /// <param name="batches">The samples.</param>
    /// <param name="draws">Where the order comes from.</param>
    /// <param name="afterStep">Told the loss after each step; the network's tensors can then be read. What it says is whether to go on.</param>
    /// <returns>The mean of the samples' losses, each as it was when its batch came.</returns>
    public double Epoch(Batches batches, Draws draws, Func<double, bool>? afterStep = null)
    {
        if (batches.Position is 0 || batches.Position == batches.Count)
        {
            batches.Shuffle(draws);
        }
        double sum = 0, total = 0;
        while (batches.Next() is var (inputs, targets))
        {
            var value = Step(inputs, targets);
            var weight = loss.Weight(targets);
            (sum, total) = (sum + (value * weight), total + weight);
            if (afterStep?.Invoke(value) == false)
            {
                break;
            }
        }
        return Mean(sum, total);
    }

    /// <summary>Loss and accuracy over all samples, without training.</summary>
    public Evaluation Evaluate(Batches batches)
    {
        double sum = 0, total = 0, judged = 0;
        int? hits = 0;
        for (var i = 0; i < batches.Count; i++)
        {
            var (inputs, targets) = batches[i];
            var logits = network.Forward(inputs);
            var value = loss.Compute(logits, targets, null);
            var weight = loss.Weight(targets);
            (sum, total, judged) = (sum + (value * weight), total + weight, judged + targets.Length);
            hits += loss.Hits(logits, targets);
        }
        return new(Mean(sum, total), hits / judged);
    }

    /// <summary>Where all targets are of classes of weight 0, there is nothing to learn from, and the losses are 0.</summary>
    private static double Mean(double sum, double total) => total > 0 ? sum / total : sum;

    private double Whole(Tensor inputs, Tensor targets, bool training, Action? afterForward)
    {
        var value = loss.Compute(network.Forward(inputs, training), targets, network.Last.Gradients);
        afterForward?.Invoke();
        network.Backward();
        return value;
    }
}

/// <summary>How well a network does on data.</summary>
/// <param name="Loss">The mean loss of a sample.</param>
/// <param name="Accuracy">The share of targets classified rightly; <c>null</c> where there are no classes.</param>
public readonly record struct Evaluation(double Loss, double? Accuracy);
