namespace Hillock.Training;

/// <summary>
/// Sigmoid and cross-entropy in one: loss = mean of (1 − t)·ln(1 + eᶻ) + t·ln(1 + e⁻ᶻ), gradient (σ(z) − t) / (samples · outputs).
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
            // Neither the loss nor σ(z) − t = (1 − t)·σ(z) − t·σ(−z) cancels for a target of 0 or 1, however sure the logit.
            sum += ((1.0 - t[i]) * Real.Softplus(z[i], out var chance, out var other)) + (t[i] * Softplus(-z[i]));
            if (!g.IsEmpty)
            {
                g[i] = (float)((((1.0 - t[i]) * chance) - (t[i] * other)) / z.Length);
            }
        }
        return sum / z.Length;
    }

    private static double Softplus(double z) => Real.Softplus(z, out _, out _);

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
