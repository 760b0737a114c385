namespace Hillock.Training;

/// <summary>What training makes small: a mean over the batch, computed from logits.</summary>
/// <remarks>A logit that is not a number makes the loss not a number. Sums run in double precision in the order of the samples.</remarks>
public abstract class Loss
{
    /// <summary>All losses with their usual settings.</summary>
    public static IReadOnlyList<Loss> All { get; } =
    [
        new SoftmaxCrossEntropy(), new BinaryCrossEntropy(), new MeanSquaredError(), new HuberLoss(), EntmaxLoss.Sparsemax, EntmaxLoss.Entmax15,
    ];

    /// <summary>The loss of that name.</summary>
    /// <exception cref="HillockException">There is none.</exception>
    public static Loss Named(string name) =>
        All.FirstOrDefault(loss => loss.Name == name)
        ?? throw new HillockException(
            $"There is no loss {Shown.Quoted(name)}; there are {string.Join(", ", All.Select(loss => loss.Name))}"
            + Nearest.DidYouMean(name, All.Select(loss => loss.Name)));

    /// <summary>What a network that learns such a task makes small unless told.</summary>
    public static Loss For(LearningTask task) => task switch
    {
        LearningTask.Regression => new MeanSquaredError(),
        LearningTask.Binary => new BinaryCrossEntropy(),
        _ => new SoftmaxCrossEntropy(),
    };

    /// <summary>The name: <c>softmax_cross_entropy</c>.</summary>
    public abstract string Name { get; }

    /// <summary>The loss of a batch and its gradient.</summary>
    /// <param name="logits">Samples × outputs.</param>
    /// <param name="targets">One row per sample; its form is each loss's own.</param>
    /// <param name="gradients">Receives ∂loss/∂logits; of the shape of <paramref name="logits"/>, or <c>null</c> if not wanted.</param>
    /// <exception cref="ArgumentException">The shapes do not fit, or a target is not valid.</exception>
    public abstract double Compute(Tensor logits, Tensor targets, Tensor? gradients);

    /// <summary>
    /// What a batch counts for beside others: the mean over several is that of their losses, each times this. It is what the sum of the batch
    /// has been divided by.
    /// </summary>
    /// <param name="targets">Targets that <see cref="Compute"/> has taken.</param>
    public virtual double Weight(Tensor targets) => targets.Length;

    /// <summary>How many targets are classified rightly; <c>null</c> where there are no classes.</summary>
    /// <param name="logits">Samples × outputs.</param>
    /// <param name="targets">As in <see cref="Compute"/>.</param>
    public virtual int? Hits(Tensor logits, Tensor targets) => null;

    /// <summary>
    /// Refuses targets that are not <paramref name="columns"/> numbers for each sample, and gradients of another shape than the logits.
    /// </summary>
    private protected static void Check(Tensor logits, Tensor targets, Tensor? gradients, int columns)
    {
        if (targets.Rows != logits.Rows || targets.Columns != columns)
        {
            throw new ArgumentException(
                $"Targets are {targets}; for logits of {logits} they should be {logits.Rows}×{columns}.", nameof(targets));
        }
        if (gradients is not null && (gradients.Rows != logits.Rows || gradients.Columns != logits.Columns))
        {
            throw new ArgumentException($"Gradients are {gradients}, the logits {logits}; they should be the same.", nameof(gradients));
        }
    }
}
