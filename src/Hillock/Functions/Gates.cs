using System.Runtime.CompilerServices;

namespace Hillock;

/// <summary>x·Φ(x): the input times the chance that a standard normal is smaller.</summary>
/// <remarks>Hendrycks and Gimpel 2016, arXiv:1606.08415. Minimum −0.170 at −0.752.</remarks>
public readonly record struct Gelu : IActivation
{
    /// <inheritdoc/>
    public FloatRange Floats => FloatRange.Within(13);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        T.NormalGate(x);
}

/// <summary>½x·(1 + tanh(√(2/π)·(x + 0.044715·x³))): the approximation of GELU that GPT-2 and JAX use.</summary>
/// <remarks>
/// Hendrycks and Gimpel 2016, arXiv:1606.08415. Off by up to 0.00047 near ±2.7. Written as x·σ(2u), the same function, because
/// 1 + tanh u cancels for negative x.
/// </remarks>
public readonly record struct GeluTanh : IActivation
{
    /// <inheritdoc/>
    public FloatRange Floats => FloatRange.Within(10);

    private static readonly Constant Steepness = Constant.Of("1.59576912160573071175978423973752747", "2 * sqrt(2 / pi)");
    private static readonly Constant Cubic = Constant.Of("0.044715");

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        T.SigmoidGate(x, Steepness, Cubic);
}

/// <summary>x·σ(1.702·x): a rough and cheap GELU.</summary>
/// <remarks>Hendrycks and Gimpel 2016, arXiv:1606.08415; CLIP uses it. Off from GELU by up to 0.020 near ±2.3.</remarks>
public readonly record struct QuickGelu : IActivation
{
    /// <inheritdoc/>
    public FloatRange Floats => FloatRange.Within(50);

    private static readonly Constant Steepness = Constant.Of("1.702");

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        T.SigmoidGate(x, Steepness);
}

/// <summary>x·σ(x): the input times its own sigmoid.</summary>
/// <remarks>Elfwing, Uchibe and Doya 2017, arXiv:1702.03118. Minimum −0.278 at −1.278.</remarks>
public readonly record struct Silu : IActivation
{
    /// <inheritdoc/>
    public FloatRange Floats => FloatRange.Within(87);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        T.SigmoidGate(x);
}

/// <summary>x·σ(beta·x): from linear (beta = 0) over SiLU (1) towards ReLU (∞); beta may be trained.</summary>
/// <remarks>Ramachandran, Zoph and Le 2017, arXiv:1710.05941.</remarks>
/// <param name="Beta">How sharply the gate opens.</param>
public readonly record struct Swish(double Beta) : IVariable
{
    /// <summary>The same as <see cref="Silu"/>.</summary>
    public Swish()
        : this(1)
    {
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        Of<T>(x, Beta);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x, T parameter)
        where T : struct, IReal<T> =>
        x * T.Sigmoid(parameter * x);
}

/// <summary>x·min(max(x + 3, 0), 6)/6: SiLU from straight lines.</summary>
/// <remarks>
/// Howard et al. 2019, arXiv:1905.02244. Minimum −0.375 at −1.5. The slope at −3 is 0, at 3 it is 1. Up to −1, x + 3 is exact;
/// from there on x/6 + ½ does not cancel and rounds less.
/// </remarks>
public readonly record struct HardSwish : IActivation
{
    private static readonly Constant Sixth = HardSigmoid.Sixth;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        T.Where(x > -1, x * ((Sixth * T.Min(x, 3)) + 0.5), Sixth * (x * T.Max(x + 3, 0)));
}

/// <summary>x·tanh(ln(1 + eˣ)): smooth, self-gated, unbounded above.</summary>
/// <remarks>Misra 2019, arXiv:1908.08681. Minimum −0.309 at −1.192.</remarks>
public readonly record struct Mish : IActivation
{
    /// <inheritdoc/>
    public FloatRange Floats => new(-87, 43);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        T.TanhSoftplusGate(x);
}
