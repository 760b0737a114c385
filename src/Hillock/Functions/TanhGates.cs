using System.Runtime.CompilerServices;

namespace Hillock;

/// <summary>x·tanh x.</summary>
/// <remarks>Roy, Manna, Dubey and Chaudhuri 2019, arXiv:1901.05894.</remarks>
public readonly record struct Lisht : IActivation
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        x * T.Tanh(x);
}

/// <summary>x·tanh(eˣ).</summary>
/// <remarks>Liu and Di 2020, arXiv:2003.09855; the same as TeLU of 2024.</remarks>
public readonly record struct TanhExp : IActivation
{
    // Beyond it every format says 1: tanh(e⁴) is 1 − 10⁻⁴⁷.
    internal const double Open = 4;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        x * T.Tanh(T.Exp(T.Prefer(x > Open, Open, x)));
}

/// <summary>x·tanh(ln(1 + σ(x))).</summary>
/// <remarks>Wang, Ren and Wang 2022, Electronics 11(4) 540.</remarks>
public readonly record struct Smish : IActivation
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        x * T.Tanh(T.Log1P(T.Sigmoid(x)));
}

/// <summary>x·ln(1 + σ(x)).</summary>
/// <remarks>Zhu, Zeng, Liu, Zhu, Huang and Zou 2021, Neurocomputing 458.</remarks>
public readonly record struct Logish : IActivation
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        x * T.Log1P(T.Sigmoid(x));
}

/// <summary>x·tanh(gelu(x)).</summary>
/// <remarks>Naveen 2022.</remarks>
public readonly record struct Phish : IActivation
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        x * T.Tanh(T.NormalGate(x));
}

/// <summary>x·tanh(σ(x)).</summary>
/// <remarks>Kunc and Kléma 2024, arXiv:2402.09092.</remarks>
public readonly record struct TsRelu : IActivation
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        x * T.Tanh(T.Sigmoid(x));
}

/// <summary>x·tanh(tanh(½x)).</summary>
/// <remarks>Kunc and Kléma 2024, arXiv:2402.09092, with (1 − e⁻ˣ)/(1 + e⁻ˣ) within.</remarks>
public readonly record struct TbsRelu : IActivation
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        x * T.Tanh(T.Tanh(0.5 * x));
}

/// <summary>(x + tanh x)·σ(x).</summary>
/// <remarks>Kunc and Kléma 2024, arXiv:2402.09092.</remarks>
public readonly record struct TanhSig : IActivation
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        (x + T.Tanh(x)) * T.Sigmoid(x);
}
