using System.Runtime.CompilerServices;

namespace Hillock;

/// <summary>tanh(alpha·x)·ln(1 + eˣ).</summary>
/// <remarks>Biswas, Kumar, Banerjee and Pandey 2020, arXiv:2009.03863.</remarks>
/// <param name="Alpha">How sharp the gate is.</param>
public readonly record struct TanhSoft1(double Alpha) : IVariable
{
    /// <summary>The value of the paper.</summary>
    public TanhSoft1()
        : this(0.87)
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
        T.Tanh(parameter * x) * T.Softplus(x);
}

/// <summary>x·tanh(beta·e^(gamma·x)).</summary>
/// <remarks>Biswas, Kumar, Banerjee and Pandey 2020, arXiv:2009.03863. With beta = gamma = 1 it is tanh_exp.</remarks>
/// <param name="Beta">How open the gate is at 0.</param>
/// <param name="Gamma">How fast it opens.</param>
public readonly record struct TanhSoft2(double Beta, double Gamma) : IVariable2
{
    // Beyond it every format says that tanh is 1.
    private const double Open = 50;

    /// <summary>The values of the paper.</summary>
    public TanhSoft2()
        : this(0.6, 1)
    {
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        Of<T>(x, Beta, Gamma);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x, T first, T second)
        where T : struct, IReal<T>
    {
        var limit = T.Log(Open / first);
        return x * T.Tanh(first * T.Exp(T.Prefer(second * x > limit, limit, second * x)));
    }
}

/// <summary>ln(1 + eˣ·tanh(delta·x)).</summary>
/// <remarks>
/// Biswas, Kumar, Banerjee and Pandey 2020, arXiv:2009.03863. Above 1 written as x + ln(tanh(delta·x) + e⁻ˣ), which cannot overflow.
/// </remarks>
/// <param name="Delta">The slope at 0.</param>
public readonly record struct TanhSoft3(double Delta) : IVariable
{
    /// <summary>The value of the paper.</summary>
    public TanhSoft3()
        : this(0.85)
    {
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        Of<T>(x, Delta);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x, T parameter)
        where T : struct, IReal<T>
    {
        var tanh = T.Tanh(parameter * x);
        return T.Prefer(x > 1, x + T.Log(tanh + T.Exp(-x)), T.Log1P(T.Exp(x) * tanh));
    }
}
