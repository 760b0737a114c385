using System.Runtime.CompilerServices;

namespace Hillock;

/// <summary>1.7159·tanh(⅔x): ±1 at ±1, steepest curvature there.</summary>
/// <remarks>LeCun, Bottou, Orr and Müller 1998, "Efficient BackProp".</remarks>
public readonly record struct LecunTanh : IActivation
{
    private static readonly Constant Height = Constant.Of("1.7159");
    private static readonly Constant Steepness = Constant.Of("0.66666666666666666666666666666666667", "2/3");

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        Height * T.Tanh(Steepness * x);
}

/// <summary>alpha·tanh(beta·x).</summary>
/// <remarks>ONNX has it inside its recurrent operators.</remarks>
/// <param name="Alpha">The height.</param>
/// <param name="Beta">The steepness.</param>
public readonly record struct ScaledTanh(double Alpha, double Beta) : IVariable2
{
    /// <summary>Near LeCun's height, half as steep as tanh.</summary>
    public ScaledTanh()
        : this(1.7159, 0.5)
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
        first * T.Tanh(second * x);
}

/// <summary>(1 − e⁻ˣ)/(1 + e⁻ˣ) = tanh(½x): the sigmoid stretched to (−1, 1).</summary>
/// <remarks>Of the textbooks of the 1980s.</remarks>
public readonly record struct BipolarSigmoid : IActivation
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        T.Tanh(0.5 * x);
}

/// <summary>tanh(alpha·x): dynamic tanh, in place of a normalisation layer.</summary>
/// <remarks>Zhu, Chen, He, LeCun and Liu 2025, arXiv:2503.10622. Its scale and shift belong to a layer of their own.</remarks>
/// <param name="Alpha">The steepness before training.</param>
public readonly record struct DyT(double Alpha) : IVariable
{
    /// <summary>The start of the paper.</summary>
    public DyT()
        : this(0.5)
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
        T.Tanh(parameter * x);
}

/// <summary>tanh x where positive, otherwise a·tanh x.</summary>
/// <remarks>Xu, Huang and Li 2016, arXiv:1602.05980.</remarks>
/// <param name="A">The height below 0.</param>
public readonly record struct PenalizedTanh(double A) : IVariable
{
    /// <summary>The constant of the paper.</summary>
    public PenalizedTanh()
        : this(0.25)
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
        where T : struct, IReal<T>
    {
        var tanh = T.Tanh(x);
        return T.Where(x > 0, tanh, parameter * tanh);
    }
}
