using System.Runtime.CompilerServices;

namespace Hillock;

/// <summary>sin(omega·x): a wave, for networks that represent images, sounds and fields.</summary>
/// <remarks>
/// Sitzmann et al. 2020, arXiv:2006.09661 (first layer omega = 30). Exact for every finite angle; beyond the largest double
/// there is none, and the result is NaN.
/// </remarks>
/// <param name="Omega">The angular frequency.</param>
public readonly record struct Sine(double Omega) : IVariable
{
    /// <summary>The sine itself.</summary>
    public Sine()
        : this(1)
    {
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        T.Sin(T.Scaled(x, Omega));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x, T parameter)
        where T : struct, IReal<T> =>
        T.Sin(parameter * x);
}

/// <summary>x + sin²(a·x)/a: the identity with a ripple, so that periodic data can be continued.</summary>
/// <remarks>
/// Ziyin, Hartwig and Ueda 2020, arXiv:2006.08195. TensorFlow Addons writes it x + (1 − cos 2ax)/(2a), which cancels near 0.
/// </remarks>
/// <param name="A">The frequency of the ripple.</param>
public readonly record struct Snake(double A) : IVariable
{
    /// <summary>The frequency of the paper.</summary>
    public Snake()
        : this(1)
    {
    }

    /// <remarks>The slope touches 0 where the ripple falls as fast as the line rises.</remarks>
    public bool NeedsDoubles => true;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        Rippled(x, T.Sin(T.Scaled(x, A)), A);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x, T parameter)
        where T : struct, IReal<T> =>
        Rippled(x, T.Sin(parameter * x), parameter);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Rippled<T>(T x, T sin, T a)
        where T : struct, IReal<T> =>
        x + (sin * sin / a);
}

/// <summary>x·cos x: a single unit separates xor.</summary>
/// <remarks>
/// Noel, Arunkumar, Trivedi and Dutta 2021, arXiv:2108.12943 (growing cosine unit). Grows and oscillates: no limit at ±∞.
/// </remarks>
public readonly record struct Gcu : IActivation
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        x * T.Cos(x);
}

/// <summary>x·sin x: an even wave that grows.</summary>
/// <remarks>Rahman et al. 2023 (amplifying sine unit). Grows and oscillates: no limit at ±∞.</remarks>
public readonly record struct Asu : IActivation
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        x * T.Sin(x);
}

/// <summary>sin(x)/x, 1 at 0: a wave that fades.</summary>
/// <remarks>Whittaker 1915. NumPy’s and PyTorch’s sinc is of πx.</remarks>
public readonly record struct Sinc : IActivation
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        T.Sinc(x);
}

/// <summary>tanh(beta·sin(omega·x)): a wave with flanks as steep as beta says.</summary>
/// <remarks>
/// Serrano, Szymkowiak and Musialski 2024, arXiv:2401.10967 (hyperbolic oscillator). Towards a square wave for great beta.
/// </remarks>
/// <param name="Beta">The steepness of the flanks.</param>
/// <param name="Omega">The angular frequency.</param>
public readonly record struct Hosc(double Beta, double Omega) : IVariable2
{
    /// <summary>Steepness 2, frequency 1.</summary>
    public Hosc()
        : this(2, 1)
    {
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        Of<T>(x, Beta, Omega);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x, T first, T second)
        where T : struct, IReal<T> =>
        T.Tanh(first * T.Sin(second * x));
}
