namespace Hillock.Training;

/// <summary>loss = Σ (z − t)² / (samples · outputs), gradient 2 (z − t) / (samples · outputs).</summary>
/// <remarks>Targets have the shape of the logits.</remarks>
public sealed class MeanSquaredError : Loss
{
    /// <inheritdoc/>
    public override string Name => "mean_squared_error";

    /// <inheritdoc/>
    public override double Compute(Tensor logits, Tensor targets, Tensor? gradients)
    {
        Check(logits, targets, gradients, logits.Columns);
        Span<float> z = logits.Values, t = targets.Values, g = gradients is null ? default : gradients.Values;
        var sum = 0.0;
        for (var i = 0; i < z.Length; i++)
        {
            var error = (double)z[i] - t[i];
            sum += error * error;
            if (!g.IsEmpty)
            {
                g[i] = (float)(2 * error / z.Length);
            }
        }
        return sum / z.Length;
    }
}
