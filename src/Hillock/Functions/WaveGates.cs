using System.Runtime.CompilerServices;

namespace Hillock;

/// <summary>(x + a·sin(b·x))·σ(x): SiLU with a ripple.</summary>
/// <remarks>Paul, Bandyopadhyay, Yoon, Geem and Sarkar 2022, doi:10.3390/math10030337.</remarks>
/// <param name="A">The height of the ripple.</param>
/// <param name="B">Its angular frequency.</param>
public readonly record struct SinLu(double A, double B) : IVariable2
{
    /// <summary>Height and frequency 1.</summary>
    public SinLu()
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
        (x + (first * T.Sin(second * x))) * T.Sigmoid(x);
}

/// <summary>(x + a·cos(b·x))·σ(x): SiLU with a ripple that is ½a at 0.</summary>
/// <remarks>
/// Pishchik 2023, doi:10.20944/preprints202301.0463.v1. At its root, −0.739 for a = b = 1, float64 keeps the digits of cos x,
/// not of what is left.
/// </remarks>
/// <param name="A">The height of the ripple.</param>
/// <param name="B">Its angular frequency.</param>
public readonly record struct CosLu(double A, double B) : IVariable2
{
    /// <summary>Height and frequency 1.</summary>
    public CosLu()
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
        (x + (first * T.Cos(second * x))) * T.Sigmoid(x);
}

/// <summary>x·sin(½π·σ(x)): a gate that is a quarter of a sine.</summary>
/// <remarks>Douge et al. 2021; Kunc and Kléma 2024, arXiv:2402.09092.</remarks>
public readonly record struct SinSig : IActivation
{
    private static readonly Constant HalfPi = Constant.Of("1.5707963267948966192313216916397514", "pi / 2");

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        x * T.Sin(HalfPi * T.Sigmoid(x));
}

/// <summary>x·atan(a·π·σ(x)): a gate from an arctangent of a sigmoid.</summary>
/// <remarks>Zheng and Wang 2020; a between ½ and ¾ at random in training, their mean afterwards.</remarks>
/// <param name="A">The width of the gate in units of π.</param>
public readonly record struct Pats(double A) : IVariable
{
    /// <summary>The mean of the random widths.</summary>
    public Pats()
        : this(0.625)
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
        x * T.Atan(parameter * (Dsu.Pi * T.Sigmoid(x)));
}

/// <summary>x·σ(atan x): a gate between 0.17 and 0.83.</summary>
/// <remarks>Kunc and Kléma 2024, arXiv:2402.09092.</remarks>
public readonly record struct SwAt : IActivation
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        x * T.Sigmoid(T.Atan(x));
}
