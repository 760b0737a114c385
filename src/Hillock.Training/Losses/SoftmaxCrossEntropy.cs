using System.Buffers;

namespace Hillock.Training;

/// <summary>
/// Softmax and cross-entropy in one: loss = mean over the targets of ln Σⱼ e^zⱼ − z_t, gradient (p − [j = t]) / targets, p the softmax.
/// </summary>
/// <remarks>
/// <para>With class weights w and label smoothing ε: loss = Σ ((1 − ε)·w_t·ℓ_t + ε/C·Σⱼ wⱼ·ℓⱼ) / Σ w_t over the targets, where
/// ℓⱼ = −ln pⱼ and C is the number of classes. Where all weights are 0 the loss is 0.</para>
/// <para>Label smoothing: Szegedy et al. 2015, arXiv:1512.00567.</para>
/// </remarks>
public sealed class SoftmaxCrossEntropy : ClassLoss
{
    private readonly float[] _weights;

    /// <summary>The loss with its settings.</summary>
    /// <param name="classWeights">What a sample of each class counts for; empty where all count the same.</param>
    /// <param name="labelSmoothing">ε, the share of each target that is spread over all classes, at least 0 and below 1.</param>
    /// <exception cref="ArgumentException">A weight is negative or not finite, or ε is out of its range.</exception>
    public SoftmaxCrossEntropy(ReadOnlySpan<float> classWeights = default, double labelSmoothing = 0)
    {
        foreach (var weight in classWeights)
        {
            if (!(weight >= 0 && float.IsFinite(weight)))
            {
                throw new ArgumentException($"A class weight is a finite number from 0 on, not {weight}.", nameof(classWeights));
            }
        }
        _weights = classWeights.ToArray();
        LabelSmoothing = labelSmoothing is >= 0 and < 1
            ? labelSmoothing
            : throw new ArgumentOutOfRangeException(nameof(labelSmoothing), labelSmoothing, "Label smoothing is at least 0 and below 1.");
    }

    /// <inheritdoc/>
    public override string Name => "softmax_cross_entropy";

    /// <summary>What a sample of each class counts for; empty where all count the same.</summary>
    public IReadOnlyList<float> ClassWeights => _weights;

    /// <summary>ε, the share of each target that is spread over all classes.</summary>
    public double LabelSmoothing { get; }

    /// <inheritdoc/>
    public override double Weight(Tensor targets)
    {
        if (_weights.Length == 0)
        {
            return base.Weight(targets);
        }
        var sum = 0.0;
        foreach (var target in targets.Values)
        {
            sum += _weights[(int)target];
        }
        return sum;
    }

    /// <inheritdoc/>
    public override double Compute(Tensor logits, Tensor targets, Tensor? gradients)
    {
        var classes = Classes(logits, targets, gradients);
        if (_weights.Length > 0 && _weights.Length != classes)
        {
            throw new ArgumentException($"There are {classes} classes and {_weights.Length} class weights.", nameof(logits));
        }
        var total = Weight(targets);
        var share = total > 0 ? 1 / total : 0;
        var rented = ArrayPool<float>.Shared.Rent(logits.Length);
        var log = rented.AsSpan(0, logits.Length);
        Catalog.LogSoftmax.Forward(logits.Values, classes, log);
        var sum = 0.0;
        for (var i = 0; i < targets.Length; i++)
        {
            sum -= Blamed(log.Slice(i * classes, classes), (int)targets.Values[i]);
        }
        if (gradients is not null)
        {
            Gradients(log, classes, targets.Values, share, gradients.Values);
        }
        ArrayPool<float>.Shared.Return(rented);
        return total > 0 ? sum * share : sum;
    }

    /// <summary>Σ qⱼ·ln pⱼ for one target, with what the weights and the smoothing make of its q.</summary>
    private double Blamed(ReadOnlySpan<float> log, int target)
    {
        var sum = (1 - LabelSmoothing) * WeightOf(target) * log[target];
        for (var j = 0; LabelSmoothing > 0 && j < log.Length; j++)
        {
            sum += LabelSmoothing / log.Length * WeightOf(j) * log[j];
        }
        return sum;
    }

    /// <summary>What the loss makes of ∂loss/∂ln pⱼ = −qⱼ on its way back through the log-softmax.</summary>
    private void Gradients(ReadOnlySpan<float> log, int classes, ReadOnlySpan<float> targets, double share, Span<float> g)
    {
        g.Clear();
        for (var i = 0; i < targets.Length; i++)
        {
            var row = g.Slice(i * classes, classes);
            for (var j = 0; LabelSmoothing > 0 && j < classes; j++)
            {
                row[j] = (float)(-LabelSmoothing / classes * WeightOf(j) * share);
            }
            row[(int)targets[i]] -= (float)((1 - LabelSmoothing) * WeightOf((int)targets[i]) * share);
        }
        Catalog.LogSoftmax.BackwardFromOutput(log, classes, g, g);
        for (var i = 0; LabelSmoothing == 0 && i < targets.Length; i++)
        {
            // p − 1 would cancel where the network is sure; ln p has kept its digits.
            var at = (i * classes) + (int)targets[i];
            g[at] = (float)((double)Real.ExpM1(log[at], out _) * WeightOf((int)targets[i]) * share);
        }
    }

    private double WeightOf(int target) => _weights.Length == 0 ? 1 : _weights[target];
}
