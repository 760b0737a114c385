using System.Runtime.CompilerServices;

namespace Hillock;

/// <summary>min(max(½(x + 1), 0), 1): the slope of sparse_plus.</summary>
/// <remarks>As in JAX and Keras 3; the hard sigmoid of the first binary networks. The slope at ±1 is 0.</remarks>
public readonly record struct SparseSigmoid : IActivation
{
    /// <inheritdoc/>
    public bool NeedsDoubles => true;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        T.Clamp(0.5 * (x + 1), 0, 1);
}

/// <summary>x − x·|x|/4 between −2 and 2, ±1 outside: tanh from parabolas.</summary>
/// <remarks>Wuraola and Patel 2018, "SQNL: a new computationally efficient activation function".</remarks>
public readonly record struct Sqnl : IActivation
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        T.Where(x > 2, 1, T.Where(x < -2, -1, x * (1 - (0.25 * T.Abs(x)))));
}

/// <summary>½ + ½·sqnl(x): the sigmoid from parabolas.</summary>
/// <remarks>Wuraola and Patel 2018. Written as squares of what is left to each end.</remarks>
public readonly record struct LogSqnl : IActivation
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T>
    {
        var (low, high) = (1 + (0.5 * x), 1 - (0.5 * x));
        return T.Where(x > 2, 1, T.Where(x > 0, 1 - (0.5 * (high * high)), T.Where(x > -2, 0.5 * (low * low), 0)));
    }
}

/// <summary>t²·(3 − 2t) with t = x/a + ½ held in [0, 1].</summary>
/// <remarks>Of computer graphics; Kunc and Kléma 2024, arXiv:2402.09092.</remarks>
/// <param name="A">The width of the step.</param>
public readonly record struct Smoothstep(double A) : IVariable
{
    /// <inheritdoc/>
    public bool NeedsDoubles => true;

    /// <summary>One wide.</summary>
    public Smoothstep()
        : this(1)
    {
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        Of<T>(x, A);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x, T parameter)
        where T : struct, IReal<T>
    {
        var t = T.Clamp((x / parameter) + 0.5, 0, 1);
        return t * t * (3 - (2 * t));
    }
}
