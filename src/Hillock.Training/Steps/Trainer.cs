namespace Hillock.Training;

/// <summary>Training: a network, what it shall make small, and how it is changed.</summary>
/// <param name="network">The network, initialised.</param>
/// <param name="loss">The loss.</param>
/// <param name="optimizer">The optimizer, used for no other network.</param>
public sealed class Trainer(Network network, Loss loss, Optimizer optimizer)
{
    /// <summary>The network that is trained.</summary>
    public Network Network => network;

    /// <summary>What is made small.</summary>
    public Loss Loss => loss;

    /// <summary>How the network is changed.</summary>
    public Optimizer Optimizer => optimizer;

    /// <summary>
    /// One step: forward, loss, backward, update. Allocates nothing once it has seen the largest batch and every thread has had a part.
    /// </summary>
    /// <param name="inputs">Samples × features.</param>
    /// <param name="targets">As the loss wants them.</param>
    /// <returns>The loss of the batch before the update.</returns>
    public double Step(Tensor inputs, Tensor targets)
    {
        var value = Gradients(inputs, targets);
        optimizer.Step(network.Trainables, network.Crew);
        return value;
    }

    /// <summary>A step without its update: afterwards every layer and trainable holds the gradients of the batch.</summary>
    /// <param name="inputs">Samples × features.</param>
    /// <param name="targets">As the loss wants them.</param>
    /// <param name="training"><c>false</c> to look at the gradients of the network as it is evaluated, and change no draw of steps to come.</param>
    /// <returns>The loss of the batch.</returns>
    public double Gradients(Tensor inputs, Tensor targets, bool training = true)
    {
        var value = loss.Compute(network.Forward(inputs, training), targets, network.Last.Gradients);
        network.Backward();
        return value;
    }

    /// <summary>One pass over all samples in a new order.</summary>
    /// <param name="batches">The samples.</param>
    /// <param name="draws">Where the order comes from.</param>
    /// <param name="afterStep">Told the loss after each step; the network's tensors can then be read.</param>
    /// <returns>The mean of the samples' losses, each as it was when its batch came.</returns>
    public double Epoch(Batches batches, Draws draws, Action<double>? afterStep = null)
    {
        batches.Shuffle(draws);
        var sum = 0.0;
        for (var i = 0; i < batches.Count; i++)
        {
            var (inputs, targets) = batches[i];
            var value = Step(inputs, targets);
            sum += value * inputs.Rows;
            afterStep?.Invoke(value);
        }
        return sum / batches.Samples;
    }

    /// <summary>Loss and accuracy over all samples, without training.</summary>
    public Evaluation Evaluate(Batches batches)
    {
        var sum = 0.0;
        double? hits = 0;
        var judged = 0L;
        for (var i = 0; i < batches.Count; i++)
        {
            var (inputs, targets) = batches[i];
            var logits = network.Forward(inputs);
            sum += loss.Compute(logits, targets, null) * inputs.Rows;
            hits += loss.Hits(logits, targets);
            judged += targets.Length;
        }
        return new(sum / batches.Samples, hits / judged);
    }
}

/// <summary>How well a network does on data.</summary>
/// <param name="Loss">The mean loss of a sample.</param>
/// <param name="Accuracy">The share of targets classified rightly; <c>null</c> where there are no classes.</param>
public readonly record struct Evaluation(double Loss, double? Accuracy);
