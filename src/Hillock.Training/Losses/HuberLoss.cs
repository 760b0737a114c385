using System.Runtime.CompilerServices;

namespace Hillock.Training;

/// <summary>
/// loss = mean of ½e² where |e| ≤ δ and of δ·(|e| − ½δ) elsewhere, with e = z − t: squares without the weight they give to outliers.
/// </summary>
/// <remarks>Huber 1964, doi:10.1214/aoms/1177703732. Targets have the shape of the logits.</remarks>
public sealed class HuberLoss : Loss
{
    private readonly HuberError _error;

    /// <summary>The loss with its δ.</summary>
    /// <param name="delta">δ, the error from which on the loss grows in a straight line.</param>
    /// <exception cref="ArgumentOutOfRangeException">δ is not a positive finite number.</exception>
    public HuberLoss(double delta = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(delta);
        if (!double.IsFinite(delta))
        {
            throw new ArgumentOutOfRangeException(nameof(delta), delta, "δ is a positive finite number.");
        }
        _error = new(delta);
    }

    /// <inheritdoc/>
    public override string Name => "huber";

    /// <inheritdoc/>
    public override double Compute(Tensor logits, Tensor targets, Tensor? gradients)
    {
        Check(logits, targets, gradients, logits.Columns);
        return Pointwise.Mean(_error, logits, targets, gradients);
    }
}

/// <summary>½e² or δ·(|e| − ½δ), e = z − t.</summary>
internal readonly struct HuberError(double delta) : IVariable
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
        var size = T.Abs(error);
        return T.Where(size > delta, delta * (size - (0.5 * delta)), 0.5 * error * error);
    }
}
