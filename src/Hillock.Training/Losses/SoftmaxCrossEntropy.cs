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
    /// <summary>Logits at a time: what is computed of them stays in the first cache.</summary>
    private const int Block = 1024;

    private readonly float[] _weights;
    private readonly double _weightOfAll;

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
        _weightOfAll = Sums.Of(classWeights);
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
        var together = Math.Max(1, Block / classes);
        var rented = gradients is null ? ArrayPool<float>.Shared.Rent(together * classes) : [];
        Span<float> maxima = stackalloc float[Block];
        var sum = 0.0;
        for (int first = 0, count; first < targets.Length; first += count)
        {
            count = Math.Min(together, targets.Length - first);
            ReadOnlySpan<float> z = logits.Values.Slice(first * classes, count * classes);
            var e = gradients is null ? rented.AsSpan(0, z.Length) : gradients.Values.Slice(first * classes, z.Length);
            Exponentials.Of(z, classes, e, maxima);
            for (var i = 0; i < count; i++)
            {
                var (row, target) = (i * classes, (int)targets.Values[first + i]);
                var rest = Exponentials.Rest(e.Slice(row, classes));
                sum += Of(z.Slice(row, classes), target, maxima[i], Real.Log1P(rest));
                if (gradients is not null)
                {
                    ToGradient(e.Slice(row, classes), target, rest, share);
                }
            }
        }
        if (gradients is null)
        {
            ArrayPool<float>.Shared.Return(rented);
        }
        return total > 0 ? sum * share : sum;
    }

    /// <summary>(1 − ε)·w_t·ℓ_t + ε/C·Σⱼ wⱼ·ℓⱼ, with ℓⱼ = −ln pⱼ = max − zⱼ + ln Σ e^(z − max).</summary>
    private double Of(ReadOnlySpan<float> z, int target, double maximum, double log)
    {
        var loss = (1 - LabelSmoothing) * WeightOf(target) * (maximum - z[target] + log);
        for (var j = 0; LabelSmoothing > 0 && j < z.Length; j++)
        {
            loss += LabelSmoothing / z.Length * WeightOf(j) * (maximum - z[j] + log);
        }
        return loss;
    }

    /// <summary>From e^(z − max) to (p·Σ q − q)·share, where q is what the weights and the smoothing make of the target.</summary>
    /// <param name="e">The row.</param>
    /// <param name="target">The class.</param>
    /// <param name="rest">The row's sum less 1.</param>
    /// <param name="share">What one target counts for in the mean.</param>
    private void ToGradient(Span<float> e, int target, double rest, double share)
    {
        var spread = LabelSmoothing / e.Length * share;
        var all = ((1 - LabelSmoothing) * WeightOf(target) * share) + (spread * WeightOfAll(e.Length));
        // p − 1 would cancel where the network is sure of the target.
        var left = e[target] == 1 ? -rest / (1 + rest) : (e[target] / (1 + rest)) - 1;
        Scaling.Of(e, (float)(all / (1 + rest)), e);
        e[target] = (float)((all * left) + (spread * WeightOfAll(e.Length)));
        for (var j = 0; LabelSmoothing > 0 && j < e.Length; j++)
        {
            e[j] -= (float)(spread * WeightOf(j));
        }
    }

    private double WeightOfAll(int classes) => _weights.Length == 0 ? classes : _weightOfAll;

    private double WeightOf(int target) => _weights.Length == 0 ? 1 : _weights[target];
}
