namespace Hillock.Training;

/// <summary>
/// Sigmoid and cross-entropy in one: loss = mean of max(z, 0) − z·t + ln(1 + e^−|z|), gradient (σ(z) − t) / (samples · outputs).
/// </summary>
/// <remarks>Targets have the shape of the logits and are probabilities, mostly 0 or 1. Finite for every finite logit.</remarks>
public sealed class BinaryCrossEntropy : Loss
{
    /// <inheritdoc/>
    public override string Name => "binary_cross_entropy";

    /// <inheritdoc/>
    public override double Compute(Tensor logits, Tensor targets, Tensor? gradients)
    {
        Check(logits, targets, gradients, logits.Columns);
        Span<float> z = logits.Values, t = targets.Values, g = gradients is null ? default : gradients.Values;
        var sum = 0.0;
        for (var i = 0; i < z.Length; i++)
        {
            // The large terms first: where they cancel, the small one is all there is.
            sum += Math.Max(z[i], 0.0) - ((double)z[i] * t[i]) + Exponentials.Log1P(Math.Exp(-Math.Abs((double)z[i])));
            if (!g.IsEmpty)
            {
                g[i] = (float)((Exponentials.Sigmoid(z[i]) - t[i]) / z.Length);
            }
        }
        return sum / z.Length;
    }

    /// <inheritdoc/>
    public override int? Hits(Tensor logits, Tensor targets)
    {
        Check(logits, targets, null, logits.Columns);
        var hits = 0;
        for (var i = 0; i < logits.Length; i++)
        {
            hits += (logits.Values[i] > 0) == (targets.Values[i] > 0.5f) && !float.IsNaN(logits.Values[i]) ? 1 : 0;
        }
        return hits;
    }
}
