using System.Runtime.CompilerServices;

namespace Hillock;

/// <summary>1 − e^(−eˣ): the complementary log-log link.</summary>
/// <remarks>Gomes and Ludermir 2008. Rises as eˣ on the left, steeper than a sigmoid on the right.</remarks>
public readonly record struct CLogLog : IActivation
{
    // Beyond it every format says 1: e^(−e⁷) is 10⁻⁴⁷⁶.
    private const double Full = 7;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        -T.ExpM1(-T.Exp(T.Prefer(x > Full, Full, x)));
}

/// <summary>e^(−e⁻ˣ): the log-log link, Gompertz's curve.</summary>
/// <remarks>Gomes and Ludermir 2008; Gompertz 1825.</remarks>
public readonly record struct LogLog : IActivation
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        T.Exp(-T.Exp(-T.Prefer(x < -Golu.Closed, -Golu.Closed, x)));
}

/// <summary>Φ(x): the chance that a standard normal is smaller than x.</summary>
/// <remarks>Bliss 1934; as an activation Gomes and Ludermir 2008. The inverse of what statistics calls probit.</remarks>
public readonly record struct Probit : IActivation
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        T.NormalCdf(x);
}

/// <summary>1 − e⁻ˣ where positive, otherwise eˣ − 1.</summary>
/// <remarks>Kong and Takatsuka 2017, "Hexpo: a vanishing-proof activation function", with its four scales at 1.</remarks>
public readonly record struct Hexpo : IActivation
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T>
    {
        var rest = T.ExpM1(-T.Abs(x));
        return T.Where(x > 0, -rest, rest);
    }
}

/// <summary>(1/alpha)·ln((1 + e^(alpha·x))/(1 + e^(alpha·(x − 1)))): from 0 to 1, straight between.</summary>
/// <remarks>
/// Klimek and Perelstein 2018, arXiv:1810.11509. Written as ln(1 + (e^alpha − 1)·σ(alpha·(x − 1)))/alpha, which does not cancel.
/// </remarks>
/// <param name="Alpha">How sharp the bends are.</param>
public readonly record struct SoftClipping(double Alpha) : IVariable
{
    /// <summary>Soft.</summary>
    public SoftClipping()
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
        where T : struct, IReal<T> =>
        T.Log1P(T.ExpM1(parameter) * T.Sigmoid(parameter * (x - 1))) / parameter;
}
