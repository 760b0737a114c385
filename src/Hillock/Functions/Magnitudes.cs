using System.Runtime.CompilerServices;

namespace Hillock;

/// <summary>|x|.</summary>
/// <remarks>The slope at 0 is −1.</remarks>
public readonly record struct Absolute : IActivation
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        T.Abs(x);
}

/// <summary>ln cosh x: x² near 0, |x| − ln 2 far out.</summary>
/// <remarks>Its slope is tanh x. Near 0 written with (e^−|x| − 1)²/e^−|x|, which does not cancel.</remarks>
public readonly record struct LogCosh : IActivation
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T>
    {
        var (magnitude, rest) = (T.Abs(x), T.ExpM1(-T.Abs(x), out var exp));
        return T.Prefer(magnitude < 1, T.Log1P(0.5 * (rest * rest) / exp), magnitude + T.Log1P(exp * exp) - SoftPlusPlus.Ln2);
    }
}

/// <summary>ln(1 + x²).</summary>
/// <remarks>Gao et al. 2020.</remarks>
public readonly record struct Seagull : IActivation
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        T.Prefer(T.Abs(x) > 1e150, 2 * T.Log(T.Abs(x)), T.Log1P(x * x));
}

/// <summary>sign(x)·ln(1 + |x|): a logarithm for both signs.</summary>
/// <remarks>Webber 2013; Hafner, Pasukonis, Ba and Lillicrap 2023, arXiv:2301.04104.</remarks>
public readonly record struct Symlog : IActivation
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T>
    {
        var log = T.Log1P(T.Abs(x));
        return T.Where(x > 0, log, -log);
    }
}

/// <summary>sign(x)·(e^|x| − 1): the inverse of symlog.</summary>
/// <remarks>Hafner, Pasukonis, Ba and Lillicrap 2023, arXiv:2301.04104.</remarks>
public readonly record struct Symexp : IActivation
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T>
    {
        var rest = T.ExpM1(T.Abs(x));
        return T.Where(x > 0, rest, -rest);
    }
}

/// <summary>½(√(x² + 1) − 1) + x: slope ½ below, 3/2 above.</summary>
/// <remarks>Written as x·(1 + ½x/(√(x² + 1) + 1)), which does not cancel.</remarks>
public readonly record struct BentIdentity : IActivation
{
    /// <inheritdoc/>
    public bool NeedsDoubles => true;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        x * (1 + (0.5 * x / (T.Hypotenuse(x, 1) + 1)));
}
