namespace Hillock.Training;

/// <summary>
/// Softmax and cross-entropy in one: loss = mean over the samples of ln Σⱼ e^zⱼ − z_t, gradient (p − [j = t]) / samples, p the softmax.
/// </summary>
/// <remarks>Targets are one column of class numbers from 0. The largest logit of each row is subtracted first, so that nothing
/// overflows.</remarks>
public sealed class SoftmaxCrossEntropy : Loss
{
    [ThreadStatic]
    private static double[]? _powers;

    /// <inheritdoc/>
    public override string Name => "softmax_cross_entropy";

    /// <inheritdoc/>
    public override double Compute(Tensor logits, Tensor targets, Tensor? gradients)
    {
        Check(logits, targets, gradients, 1);
        var powers = _powers?.Length >= logits.Columns ? _powers : _powers = new double[logits.Columns];
        var sum = 0.0;
        for (var row = 0; row < logits.Rows; row++)
        {
            var z = logits.Row(row);
            var target = Class(targets.Values[row], z.Length);
            var largest = Largest(z);
            double most = z[largest], rest = 0;
            for (var j = 0; j < z.Length; j++)
            {
                powers[j] = Real.Exp(z[j] - most);
                rest += j == largest ? 0 : powers[j];
            }
            // The largest power is 1; beside it a small rest keeps its digits.
            sum += most - z[target] + Real.Log1P(rest);
            if (gradients is not null)
            {
                var g = gradients.Row(row);
                for (var j = 0; j < z.Length; j++)
                {
                    g[j] = (float)(((powers[j] / (1 + rest)) - (j == target ? 1 : 0)) / logits.Rows);
                }
            }
        }
        return sum / logits.Rows;
    }

    /// <inheritdoc/>
    public override int? Hits(Tensor logits, Tensor targets)
    {
        Check(logits, targets, null, 1);
        var hits = 0;
        for (var row = 0; row < logits.Rows; row++)
        {
            var z = logits.Row(row);
            hits += Largest(z) is var best && best == Class(targets.Values[row], z.Length) && !float.IsNaN(z[best]) ? 1 : 0;
        }
        return hits;
    }

    /// <summary>Where the first of the largest stands, or a NaN if there is one.</summary>
    private static int Largest(ReadOnlySpan<float> z)
    {
        var best = 0;
        for (var j = 1; j < z.Length; j++)
        {
            if (!(z[j] <= z[best]) && !float.IsNaN(z[best]))
            {
                best = j;
            }
        }
        return best;
    }

    private static int Class(float target, int classes) => target >= 0 && target < classes && target == (int)target
        ? (int)target
        : throw new ArgumentException($"{target} is not a class; classes are whole numbers from 0 to {classes - 1}.", nameof(target));
}
