using System.Runtime.CompilerServices;

namespace Hillock;

/// <summary>e^(−x²): a bump.</summary>
/// <remarks>Radial basis functions: Broomhead and Lowe 1988; in coordinate networks Ramasinghe and Lucey 2021, arXiv:2111.15135.</remarks>
public readonly record struct Gaussian : IActivation
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        T.Exp(-(x * x));
}

/// <summary>(1 − x²)·e^(−½x²): a bump with a moat, the second derivative of a Gaussian.</summary>
/// <remarks>Ricker 1953; the Mexican hat of wavelets.</remarks>
public readonly record struct Ricker : IActivation
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        ((T)1 - (x * x)) * T.Exp(-0.5 * (x * x));
}

/// <summary>cos(omega·x)·e^(−(s·x)²): a wave packet.</summary>
/// <remarks>Gabor 1946; in coordinate networks Saragadam et al. 2023, arXiv:2301.05187 (WIRE, its real part).</remarks>
/// <param name="Omega">The angular frequency.</param>
/// <param name="S">The inverse width.</param>
public readonly record struct Gabor(double Omega, double S) : IVariable2
{
    /// <summary>Three visible waves.</summary>
    public Gabor()
        : this(5, 1)
    {
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        Of<T>(x, Omega, S);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x, T first, T second)
        where T : struct, IReal<T>
    {
        var scaled = second * x;
        return T.Cos(first * x) * T.Exp(-(scaled * scaled));
    }
}
