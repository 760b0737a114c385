using System.Runtime.CompilerServices;

namespace Hillock;

/// <summary>x where positive, otherwise x·eˣ.</summary>
/// <remarks>Ying et al. 2019, "Rectified exponential units for convolutional neural networks". Minimum −0.368 at −1.</remarks>
public readonly record struct Reu : IActivation
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        T.Where(x > 0, x, x * T.Exp(x));
}

/// <summary>x where positive, otherwise x/(1 + alpha·e^(−beta·x)).</summary>
/// <remarks>Qureshi and Sarosh Umar 2022. Written as x·σ(beta·x − ln alpha), which cannot overflow.</remarks>
/// <param name="Alpha">How closed the gate is at 0.</param>
/// <param name="Beta">How sharply the gate opens.</param>
public readonly record struct SaRa(double Alpha, double Beta) : IVariable2
{
    /// <summary>The constants of the paper.</summary>
    public SaRa()
        : this(0.5, 0.7)
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
        T.Where(x > 0, x, x * T.Sigmoid((second * x) - T.Log(first)));
}

/// <summary>max(x, 0) + epsilon·x·e^(−½x²): a rectifier with a correction near 0.</summary>
/// <remarks>Sun et al. 2024, arXiv:2405.12954: correction regularized ReLU.</remarks>
/// <param name="Epsilon">The size of the correction.</param>
public readonly record struct CrRelu(double Epsilon) : IVariable
{
    /// <summary>A hundredth.</summary>
    public CrRelu()
        : this(0.01)
    {
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        Of<T>(x, Epsilon);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x, T parameter)
        where T : struct, IReal<T> =>
        T.Max(x, 0) + (parameter * (x * T.Exp(-0.5 * (x * x))));
}
