using System.Runtime.CompilerServices;

namespace Hillock;

/// <summary>x where positive, otherwise a·x/(1 + |x|).</summary>
/// <remarks>Lin and Shen 2018. With a = 1 it is 1/(1 − x) − 1 below 0, known as DLU and PolyLU.</remarks>
/// <param name="A">How far below 0 it goes.</param>
public readonly record struct SignRelu(double A) : IVariable
{
    /// <summary>Down to −1, without a corner.</summary>
    public SignRelu()
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
        where T : struct, IReal<T> =>
        T.Where(x > 0, x, parameter * T.Softsign(x));
}

/// <summary>x where positive, otherwise a·tanh(b·x).</summary>
/// <remarks>Duggal and Gupta 2017, "P-TELU: parametric tan hyperbolic linear unit".</remarks>
/// <param name="A">How far below 0 it goes.</param>
/// <param name="B">How fast.</param>
public readonly record struct Ptelu(double A, double B) : IVariable2
{
    /// <summary>Without a corner.</summary>
    public Ptelu()
        : this(1, 1)
    {
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        Of<T>(x, A, B);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x, T first, T second)
        where T : struct, IReal<T> =>
        T.Where(x > 0, x, first * T.Tanh(second * x));
}

/// <summary>x where positive, otherwise tanh(½x).</summary>
/// <remarks>Kunc and Kléma 2024, arXiv:2402.09092.</remarks>
public readonly record struct ThLu : IActivation
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        T.Where(x > 0, x, T.Tanh(0.5 * x));
}

/// <summary>x where positive, otherwise x/√(1 + alpha·x²).</summary>
/// <remarks>Carlile, Delamarter, Kinney, Marti and Whitney 2017, arXiv:1710.09967.</remarks>
/// <param name="Alpha">Its floor is −1/√alpha.</param>
public readonly record struct Isrlu(double Alpha) : IVariable
{
    /// <inheritdoc/>
    public bool NeedsDoubles => true;

    /// <summary>Down to −1.</summary>
    public Isrlu()
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
        T.Where(x > 0, x, default(Isru).Of(x, parameter));
}

/// <summary>ln(1 + beta·max(x, 0)): a rectifier that compresses.</summary>
/// <remarks>Liu, Zhang, Gao, Qu and Zheng 2019, arXiv:1908.03682.</remarks>
/// <param name="Beta">How soon it compresses.</param>
public readonly record struct NlRelu(double Beta) : IVariable
{
    /// <summary>Slope 1 at 0 from above.</summary>
    public NlRelu()
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
        T.Log1P(parameter * T.Max(x, 0));
}

/// <summary>x between −c and c, outside with slope alpha: tanh from lines that never go flat.</summary>
/// <remarks>Nicolae 2018, arXiv:1809.09534.</remarks>
/// <param name="Alpha">The slope outside.</param>
/// <param name="C">Where the inside ends.</param>
public readonly record struct Plu(double Alpha, double C) : IVariable2
{
    /// <inheritdoc/>
    public bool NeedsDoubles => (float)C != C;

    /// <summary>The constants of the paper.</summary>
    public Plu()
        : this(0.1, 1)
    {
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        Of<T>(x, Alpha, C);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x, T first, T second)
        where T : struct, IReal<T> =>
        T.Where(x > second, (first * (x - second)) + second, T.Where(x < -second, (first * (x + second)) - second, x));
}
