using System.Runtime.CompilerServices;

namespace Hillock;

/// <summary>beta·x·σ(x): SiLU times a constant.</summary>
/// <remarks>Alcaide 2018, arXiv:1801.07145.</remarks>
/// <param name="Beta">Between 1 and 2 in the paper.</param>
public readonly record struct ESwish(double Beta) : IVariable
{
    /// <summary>The middle of the paper's range.</summary>
    public ESwish()
        : this(1.5)
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
        parameter * T.SigmoidGate(x);
}

/// <summary>σ(x)·(1 + x·σ(−x)): the slope of SiLU, used as an activation.</summary>
/// <remarks>Elfwing, Uchibe and Doya 2017, arXiv:1702.03118. From −0.100 to 1.100.</remarks>
public readonly record struct DSilu : IActivation
{
    /// <inheritdoc/>
    public bool NeedsDoubles => true;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        T.Sigmoid(x, out var complement) * (1 + (x * complement));
}

/// <summary>(x where positive, otherwise eˣ − 1)·σ(x).</summary>
/// <remarks>Basirat and Roth 2018, arXiv:1808.00783.</remarks>
public readonly record struct Elish : IActivation
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        T.Where(x > 0, x, T.ExpM1(x)) * T.Sigmoid(x);
}

/// <summary>(x where positive, otherwise eˣ − 1)·min(max(½(x + 1), 0), 1).</summary>
/// <remarks>Basirat and Roth 2018, arXiv:1808.00783. The slope at −1 and 1 is that of the clamped side.</remarks>
public readonly record struct HardElish : IActivation
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        T.Where(x > 0, x, T.ExpM1(x)) * T.Clamp(0.5 * (x + 1), 0, 1);
}

/// <summary>x·σ(x·σ(x)).</summary>
/// <remarks>Kunc and Kléma 2024, arXiv:2402.09092.</remarks>
public readonly record struct DoubleSilu : IActivation
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        x * T.Sigmoid(T.SigmoidGate(x));
}

/// <summary>(p1 − p2)·x·σ(beta·(p1 − p2)·x) + p2·x: a smooth maximum of p1·x and p2·x.</summary>
/// <remarks>Ma, Zhang, Liu and Sun 2021, arXiv:2009.04759. With p1 = 1 and p2 = 0 it is swish.</remarks>
/// <param name="P1">The slope far above 0.</param>
/// <param name="P2">The slope far below 0.</param>
/// <param name="Beta">How sharply it switches; 0 is linear.</param>
public readonly record struct AconC(double P1, double P2, double Beta) : IVariable3
{
    /// <summary>A quarter of the slope below 0.</summary>
    public AconC()
        : this(1, 0.25, 1)
    {
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        Of<T>(x, P1, P2, Beta);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x, T first, T second, T third)
        where T : struct, IReal<T>
    {
        var difference = (first - second) * x;
        return (difference * T.Sigmoid(third * difference)) + (second * x);
    }
}

/// <summary>x·σ(x) + t where positive, otherwise t.</summary>
/// <remarks>Chieng, Wahid, Ong and Perla 2018, arXiv:1812.06247.</remarks>
/// <param name="Floor">What is added.</param>
public readonly record struct FlattenTSwish(double Floor) : IVariable
{
    /// <inheritdoc/>
    public bool NeedsDoubles => true;

    /// <summary>The threshold of the paper.</summary>
    public FlattenTSwish()
        : this(-0.2)
    {
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        Of<T>(x, Floor);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x, T parameter)
        where T : struct, IReal<T> =>
        T.Where(x > 0, T.SigmoidGate(x), 0) + parameter;
}

/// <summary>x·eˣ/(eˣ + 2).</summary>
/// <remarks>
/// Chai, Yu, Cui, Ren and Ding 2022, doi:10.3390/sym14051027: x·tanh(½ softplus(x)). Written as x·σ(x − ln 2), the same function, which
/// cannot overflow.
/// </remarks>
public readonly record struct Eanaf : IActivation
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        x * T.Sigmoid(x - SoftPlusPlus.Ln2);
}

/// <summary>x·(1 − ½e⁻ˣ) where positive, otherwise ½x·eˣ: the input times the chance that a Laplace variable is smaller.</summary>
/// <remarks>Kunc and Kléma 2024, arXiv:2402.09092.</remarks>
public readonly record struct LaLu : IActivation
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T>
    {
        var half = 0.5 * T.Exp(-T.Abs(x));
        return x * T.Where(x > 0, 1 - half, half);
    }
}
