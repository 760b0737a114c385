using System.Runtime.CompilerServices;

namespace Hillock;

/// <summary>erf x: a sigmoid between −1 and 1 that reaches its ends faster than tanh.</summary>
/// <remarks>Gauss’s error integral. Its slope is 2e^(−x²)/√π.</remarks>
public readonly record struct Erf : IActivation
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        T.Erf(x);
}

/// <summary>erf(alpha·x): takes the place of a normalisation layer.</summary>
/// <remarks>Chen, Lu, Zhu, Sun and Liu 2025, arXiv:2512.10938; shift and scale belong to the layer.</remarks>
/// <param name="Alpha">The slope at 0 is 2/√π times this.</param>
public readonly record struct Derf(double Alpha) : IVariable
{
    /// <summary>The start of the paper.</summary>
    public Derf()
        : this(0.5)
    {
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        T.Erf(T.Scaled(x, Alpha));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x, T parameter)
        where T : struct, IReal<T> =>
        T.Erf(parameter * x);
}

/// <summary>atan x: a sigmoid that approaches ±½π as 1/x.</summary>
/// <remarks>Its slope is 1/(1 + x²).</remarks>
public readonly record struct Arctan : IActivation
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        T.Atan(x);
}

/// <summary>2·atan(tanh(½x)): the angle whose tangent is sinh x.</summary>
/// <remarks>Gudermann 1830. Its slope is sech x.</remarks>
public readonly record struct Gudermannian : IActivation
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        2 * T.Atan(T.Tanh(0.5 * x));
}

/// <summary>σ(beta·x)^alpha: a sigmoid that bends differently at its two ends.</summary>
/// <remarks>
/// Patwardhan, Ingalhalikar and Walambe 2018, arXiv:1805.08878 (a Richards curve). ln σ(u) = min(0, u) − ln(1 + e^−|u|) keeps u
/// apart from what rounding would lose of it.
/// </remarks>
/// <param name="Alpha">The power.</param>
/// <param name="Beta">The steepness.</param>
public readonly record struct Aria2(double Alpha, double Beta) : IVariable2
{
    /// <summary>The values of the paper.</summary>
    public Aria2()
        : this(1.5, 2)
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
        where T : struct, IReal<T>
    {
        var u = second * x;
        return T.Exp(first * (T.Min(0, u) - T.Log1P(T.Exp(-T.Abs(u)))));
    }
}

/// <summary>asinh x = ln(x + √(1 + x²)): the identity near 0, a logarithm far out.</summary>
/// <remarks>Its slope is 1/√(1 + x²).</remarks>
public readonly record struct Asinh : IActivation
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        T.Asinh(x);
}
