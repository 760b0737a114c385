using System.Runtime.CompilerServices;

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
        return Pointwise.Mean(default(SquaredError), logits, targets, gradients);
    }
}

/// <summary>(z − t)².</summary>
internal readonly struct SquaredError : IVariable
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
        var error = x - parameter;
        return error * error;
    }
}
