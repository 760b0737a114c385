namespace Hillock.Training;

/// <summary>A layer for which the samples of a batch have nothing to do with one another: it can take them one at a time.</summary>
/// <remarks>
/// Layers of this kind that follow one another take each sample all the way before the next, and what they hand on is still in the cache:
/// an image with a few channels is as large as the whole first-level cache, a batch of them larger than the second.
/// </remarks>
public abstract class SampleLayer : Layer
{
    private readonly SampleChain _alone;

    /// <inheritdoc cref="Layer(string, SampleShape, SampleShape, bool)"/>
    private protected SampleLayer(string name, SampleShape input, SampleShape output)
        : base(name, input, output) => _alone = new([this]);

    /// <summary>About how many multiplications a sample takes on the way forward.</summary>
    internal abstract long SampleWork { get; }

    /// <summary>What came in last.</summary>
    private protected Tensor? InputValues { get; private set; }

    /// <summary>Where the gradients of what came in go; <c>null</c> if nobody wants them.</summary>
    private protected Tensor? InputGradients { get; private set; }

    /// <inheritdoc/>
    public sealed override void Backward(Tensor? inputGradients, Crew crew) => _alone.Backward(inputGradients, crew);

    /// <summary>What comes before the samples of a pass.</summary>
    internal virtual void Begin(Tensor inputs, in Pass pass) => InputValues = inputs;

    /// <summary>One sample forward.</summary>
    internal abstract void Forward(int sample);

    /// <summary>What comes before the samples of the way back.</summary>
    internal virtual void BeginBackward(Tensor? inputGradients) => InputGradients = inputGradients;

    /// <summary>One sample backward.</summary>
    /// <param name="sample">Which.</param>
    /// <param name="sum">Of gradients that are added up over samples: to which sum.</param>
    /// <param name="first">Whether that sum begins with this sample.</param>
    internal abstract void Backward(int sample, int sum, bool first);

    /// <summary>Adds up so many sums, when all samples are through.</summary>
    internal virtual void EndBackward(int sums, Crew crew)
    {
    }

    /// <inheritdoc/>
    protected sealed override void Compute(Tensor inputs, in Pass pass) => _alone.Compute(inputs, pass);
}
