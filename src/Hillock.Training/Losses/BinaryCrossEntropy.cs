using System.Runtime.CompilerServices;

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
        return Pointwise.Mean(default(LogisticError), logits, targets, gradients);
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

/// <summary>(1 − t)·ln(1 + eᶻ) + t·ln(1 + e⁻ᶻ), from ln(1 + e^z) = max(z, 0) + ln(1 + e^−|z|).</summary>
/// <remarks>Neither it nor its slope cancels for a target of 0 or 1, however sure the logit: all terms are of one sign.</remarks>
internal readonly struct LogisticError : IVariable
{
    // Said here, because a default of the interface would box the struct at each call.
    public bool NeedsDoubles => false;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        Of<T>(x, 0);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x, T parameter)
        where T : struct, IReal<T>
    {
        var wrong = T.Where(x > 0, (1 - parameter) * x, -parameter * x);
        return wrong + T.Softplus(T.Where(x > 0, -x, x));
    }
}
