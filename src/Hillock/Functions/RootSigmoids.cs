using System.Runtime.CompilerServices;

namespace Hillock;

/// <summary>x/√(1 + alpha·x²): a sigmoid from an inverse root.</summary>
/// <remarks>
/// Carlile, Delamarter, Kinney, Marti and Whitney 2017, arXiv:1710.09967. Far out written with 1/x, whose slope does not cancel.
/// </remarks>
/// <param name="Alpha">The ends are ±1/√alpha.</param>
public readonly record struct Isru(double Alpha) : IVariable
{
    /// <inheritdoc/>
    public bool NeedsDoubles => true;

    /// <summary>Between −1 and 1.</summary>
    public Isru()
        : this(1)
    {
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        Of<T>(x, Alpha);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x, T parameter)
        where T : struct, IReal<T>
    {
        var square = x * x * parameter;
        var inverse = 1 / x;
        return T.Prefer(
            square > 1,
            T.Where(x > 0, 1, -1) / T.Sqrt((inverse * inverse) + parameter),
            x / T.Sqrt(1 + square));
    }
}

/// <summary>x/(√(1 + x²) + 2).</summary>
/// <remarks>Kunc and Kléma 2024, arXiv:2402.09092. Far out written with 1/x, whose slope does not cancel.</remarks>
public readonly record struct Mef : IActivation
{
    /// <inheritdoc/>
    public bool NeedsDoubles => true;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T>
    {
        var inverse = T.Where(x > 0, 1, -1) / x;
        return T.Prefer(
            T.Abs(x) > 1,
            T.Where(x > 0, 1, -1) / (T.Sqrt((inverse * inverse) + 1) + (2 * inverse)),
            x / (T.Sqrt((x * x) + 1) + 2));
    }
}

/// <summary>½x/(1 + |x|) + ½: softsign as a chance.</summary>
/// <remarks>Elliott 1993, "A better activation function for artificial neural networks".</remarks>
public readonly record struct Elliott : IActivation
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T>
    {
        var softsign = T.Softsign(x, out var complement);
        return T.Prefer(x < 0, 0.5 * complement, 0.5 + (0.5 * softsign));
    }
}
