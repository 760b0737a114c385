using System.Runtime.CompilerServices;

namespace Hillock;

/// <summary>x·erf(ln(1 + eˣ)): Mish with the error function.</summary>
/// <remarks>Nag, Bhattacharyya, Mukherjee and Kundu 2021, arXiv:2108.09598. Minimum −0.348.</remarks>
public readonly record struct Serf : IActivation
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        x * T.Erf(T.Softplus(x));
}

/// <summary>x·erf(gamma·ln(1 + e^(delta·x))): Serf with two parameters.</summary>
/// <remarks>Biswas, Kumar, Banerjee and Pandey 2021, arXiv:2109.04386.</remarks>
/// <param name="Gamma">How steeply the gate opens.</param>
/// <param name="Delta">How sharply it bends.</param>
public readonly record struct PSerf(double Gamma, double Delta) : IVariable2
{
    /// <summary>The start of the paper.</summary>
    public PSerf()
        : this(1.25, 0.85)
    {
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        Of<T>(x, Gamma, Delta);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x, T first, T second)
        where T : struct, IReal<T> =>
        x * T.Erf(first * T.Softplus(second * x));
}

/// <summary>x·erf(alpha·e^(beta·x)): an exponential inside the error function.</summary>
/// <remarks>Biswas, Kumar, Banerjee and Pandey 2021, arXiv:2109.04386.</remarks>
/// <param name="Alpha">How far the gate is open at 0.</param>
/// <param name="Beta">How fast it opens.</param>
public readonly record struct ErfAct(double Alpha, double Beta) : IVariable2
{
    // erf is 1 from here on for any alpha of sense; an exponential that grew for ever would be infinite beside a slope that is 0.
    private const double Open = 40;

    /// <summary>The start of the paper.</summary>
    public ErfAct()
        : this(0.75, 0.75)
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
        where T : struct, IReal<T> =>
        x * T.Erf(first * T.Exp(T.Prefer(second * x > Open, Open, second * x)));
}

/// <summary>alpha·x·erf(x/√2): symmetric, where GELU lets only the positive pass.</summary>
/// <remarks>Yu and Su 2019, arXiv:1911.03925.</remarks>
/// <param name="Alpha">The slope far out.</param>
public readonly record struct SGelu(double Alpha) : IVariable
{
    private static readonly Constant InverseRoot2 = Constant.Of("0.70710678118654752440084436210484904", "1 / sqrt(2)");

    /// <summary>Slope ±1 far out.</summary>
    public SGelu()
        : this(1)
    {
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        T.Scaled(x * T.Erf(InverseRoot2 * x), Alpha);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x, T parameter)
        where T : struct, IReal<T> =>
        parameter * (x * T.Erf(InverseRoot2 * x));
}

/// <summary>½·((1 + alpha)·x + (1 − alpha)·x·erf(mu·(1 − alpha)·x)): a leaky rectifier with a smooth bend.</summary>
/// <remarks>
/// Biswas, Kumar, Banerjee and Pandey 2021, arXiv:2111.04682. Written x·(alpha + (1 − alpha)·Φ(√2·mu·(1 − alpha)·x)), the same
/// function, because 1 + erf cancels for negative x.
/// </remarks>
/// <param name="Alpha">The slope far below 0.</param>
/// <param name="Mu">How sharp the bend is.</param>
public readonly record struct Smu(double Alpha, double Mu) : IVariable2
{
    private static readonly Constant Root2 = Constant.Of("1.4142135623730950488016887242096981", "sqrt(2)");

    /// <summary>The leak of the paper, unit sharpness.</summary>
    public Smu()
        : this(0.25, 1)
    {
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        Of<T>(x, Alpha, Mu);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x, T first, T second)
        where T : struct, IReal<T> =>
        x * (first + (((T)1 - first) * T.NormalCdf(Root2 * (second * ((T)1 - first) * x))));
}

/// <summary>x where positive, otherwise alpha·erf x.</summary>
/// <remarks>Rajanand and Singh 2023, arXiv:2306.01822.</remarks>
/// <param name="Alpha">How far below 0 it saturates; may be trained.</param>
public readonly record struct ErfRelu(double Alpha) : IVariable
{
    /// <summary>Saturates at −½.</summary>
    public ErfRelu()
        : this(0.5)
    {
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        T.Where(x > 0, x, T.Scaled(T.Erf(x), Alpha));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x, T parameter)
        where T : struct, IReal<T> =>
        T.Where(x > 0, x, parameter * T.Erf(x));
}
