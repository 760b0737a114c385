using System.Runtime.CompilerServices;

namespace Hillock;

/// <summary>x where positive, otherwise (1 − x)^−n − 1: saturates at −1 as a power.</summary>
/// <remarks>Li, Ding and Li 2018, arXiv:1802.00212 (power linear unit); n = 1, 1.5 or 2.</remarks>
/// <param name="N">The power, and the slope just below 0.</param>
public readonly record struct PoLu(double N) : IVariable
{
    /// <summary>The middle one of the paper.</summary>
    public PoLu()
        : this(1.5)
    {
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        T.Where(x > 0, x, T.ExpM1(T.Scaled(T.Log1P(-x), -N)));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x, T parameter)
        where T : struct, IReal<T> =>
        T.Where(x > 0, x, T.ExpM1(-parameter * T.Log1P(-x)));
}

/// <summary>x where positive, otherwise alpha·([1 + (1 − t)·x]₊^(1/(1 − t)) − 1): reaches its floor at x = −1/(1 − t).</summary>
/// <remarks>Cheng et al. 2020, "Parametric deformable exponential linear units"; ELU in the limit t = 1.</remarks>
/// <param name="Shape">t: How slowly it reaches its floor; below 1.</param>
/// <param name="Alpha">How far below 0 the floor is.</param>
public readonly record struct PdElu(double Shape, double Alpha) : IVariable2
{
    /// <summary>The values of the paper.</summary>
    public PdElu()
        : this(0.9, 1)
    {
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        Of<T>(x, Shape, Alpha);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x, T first, T second)
        where T : struct, IReal<T>
    {
        var rest = (T)1 - first;
        var u = rest * x;
        return T.Where(x > 0, x, T.Where(u > -1, second * T.ExpM1(T.Log1P(u) / rest), -second));
    }
}
