using System.Runtime.CompilerServices;

namespace Hillock;

/// <summary>x·e^(−e⁻ˣ): the input times Gompertz's curve.</summary>
/// <remarks>Das, Safari and Hutter 2025, arXiv:2502.03654; also known as ExpExpish.</remarks>
public readonly record struct Golu : IActivation
{
    /// <summary>Below its negative every format says 0, whatever it is multiplied by: e^(−e⁸) is 10⁻¹²⁹⁴.</summary>
    internal const double Closed = 8;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        x * T.Exp(-T.Exp(-T.Prefer(x < -Closed, -Closed, x)));
}

/// <summary>x·(1 − e^(−eˣ)).</summary>
/// <remarks>Kunc and Kléma 2024, arXiv:2402.09092.</remarks>
public readonly record struct LogLogish : IActivation
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        x * -T.ExpM1(-T.Exp(T.Prefer(x > Golu.Closed, Golu.Closed, x)));
}

/// <summary>x·ln(2 − e^(−eˣ)).</summary>
/// <remarks>Kaytan, Aydilek and Yeroğlu 2023.</remarks>
public readonly record struct Gish : IActivation
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        x * T.Log1P(-T.ExpM1(-T.Exp(T.Prefer(x > Golu.Closed, Golu.Closed, x))));
}

/// <summary>x/(1 − x·e^(−(x + eˣ))).</summary>
/// <remarks>Vagerwal 2021, arXiv:2112.12078. Multiplied through by eˣ, which cannot overflow.</remarks>
public readonly record struct Colu : IActivation
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T>
    {
        var exp = T.Exp(T.Prefer(x > Golu.Closed, Golu.Closed, x));
        return x * (exp / (exp - (x * T.Exp(-exp))));
    }
}

/// <summary>x/(x/alpha + e^(−x/beta)).</summary>
/// <remarks>
/// Zhou, Li, Zhu, Wang and Zhang 2020, arXiv:2003.00547. Multiplied through by e^(x/beta) below 0 and divided by x above 1, so that
/// nothing overflows or cancels.
/// </remarks>
/// <param name="Alpha">The ceiling.</param>
/// <param name="Beta">How slowly the negative side fades.</param>
public readonly record struct SoftRootSign(double Alpha, double Beta) : IVariable2
{
    /// <summary>The values of the paper.</summary>
    public SoftRootSign()
        : this(2, 3)
    {
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        Of<T>(x, Alpha, Beta);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x, T first, T second)
        where T : struct, IReal<T>
    {
        var (linear, inverse) = (x / first, T.Exp(-(x / second)));
        var exp = T.Exp(x / second);
        return T.Prefer(x < 0, x * exp / (1 + (linear * exp)), T.Prefer(x > 1, 1 / ((1 / first) + (inverse / x)), x / (linear + inverse)));
    }
}
