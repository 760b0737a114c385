using System.Runtime.CompilerServices;

namespace Hillock;

/// <summary>½(x + √(x² + b)): softplus without exponentials.</summary>
/// <remarks>Barron 2021, arXiv:2112.11687. Below 0 written as ½b/(√(x² + b) − x), which does not cancel.</remarks>
/// <param name="B">How wide the bend is; 4 gives slope and curvature of softplus at 0.</param>
public readonly record struct Squareplus(double B) : IVariable
{
    /// <inheritdoc/>
    public bool NeedsDoubles => true;

    /// <summary>As JAX and Keras have it.</summary>
    public Squareplus()
        : this(4)
    {
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        Of<T>(x, B);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x, T parameter)
        where T : struct, IReal<T>
    {
        var root = T.Hypotenuse(x, parameter);
        return T.Prefer(x < 0, 0.25 * parameter / ((0.5 * root) - (0.5 * x)), (0.5 * x) + (0.5 * root));
    }
}

/// <summary>½((1 + alpha)·x + √((1 − alpha)²·x² + mu²)): leaky ReLU without the corner.</summary>
/// <remarks>Biswas, Kumar, Banerjee and Pandey 2021, arXiv:2111.04682. With alpha = 0 it is <see cref="Squareplus"/> of mu².</remarks>
/// <param name="Alpha">The slope far below 0.</param>
/// <param name="Mu">How wide the bend is.</param>
public readonly record struct Smu1(double Alpha, double Mu) : IVariable2
{
    /// <inheritdoc/>
    public bool NeedsDoubles => true;

    /// <summary>A quarter of the slope below 0.</summary>
    public Smu1()
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
        (0.5 * (1 + first) * x) + (0.5 * T.Hypotenuse((1 - first) * x, second * second));
}

/// <summary>x where positive, otherwise 2·ln((eˣ + 1)/2): ELU from softplus.</summary>
/// <remarks>
/// Zhao, Zhang, Guan, Wang and Chen 2018, "Rectified exponential units". Written with ln(1 + ½(eˣ − 1)), which keeps its digits near
/// 0.
/// </remarks>
public readonly record struct Slu : IActivation
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        T.Where(x > 0, x, 2 * T.Log1P(0.5 * T.ExpM1(x)));
}

/// <summary>ln(1 + e^(k·x)) + x/c − ln 2: softplus through 0 with a slope below it.</summary>
/// <remarks>Ciuparu, Nagy-Dăbâcan and Mureşan 2020.</remarks>
/// <param name="K">How sharp the bend is.</param>
/// <param name="C">1/c is the slope far below 0.</param>
public readonly record struct SoftPlusPlus(double K, double C) : IVariable2
{
    /// <summary>ln 2.</summary>
    internal static readonly Constant Ln2 = Constant.Of("0.693147180559945309417232121458176568", "log(2)");

    /// <summary>The constants of the paper.</summary>
    public SoftPlusPlus()
        : this(1, 2)
    {
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        Of<T>(x, K, C);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x, T first, T second)
        where T : struct, IReal<T>
    {
        var y = T.Prefer(first * x > 1, T.Softplus(first * x) - Ln2, T.Log1P(0.5 * T.ExpM1(first * x)));
        return y + (x / second);
    }
}

/// <summary>a·x + ln 2 where positive, otherwise ln(1 + eˣ).</summary>
/// <remarks>Xu, Li, Zheng and Sun 2019: rectified softplus.</remarks>
/// <param name="A">The slope above 0.</param>
public readonly record struct Resp(double A) : IVariable
{
    /// <summary>The middle of the paper's range.</summary>
    public Resp()
        : this(1.5)
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
        T.Where(x > 0, (parameter * x) + SoftPlusPlus.Ln2, T.Softplus(x));
}
