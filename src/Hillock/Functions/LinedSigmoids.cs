using System.Runtime.CompilerServices;

namespace Hillock;

/// <summary>tanh x between −a and a, outside straight on with slope b.</summary>
/// <remarks>After Jagtap; Kunc and Kléma 2024, arXiv:2402.09092. A corner at ±a unless b is sech² a.</remarks>
/// <param name="A">Where the curve ends.</param>
/// <param name="B">The slope outside.</param>
public readonly record struct StacTanh(double A, double B) : IVariable2
{
    /// <inheritdoc/>
    public bool NeedsDoubles => true;

    /// <summary>A tenth of the slope beyond ±1.</summary>
    public StacTanh()
        : this(1, 0.1)
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
        where T : struct, IReal<T>
    {
        var edge = T.Tanh(first);
        return T.Where(x > first, edge + (second * (x - first)), T.Where(x < -first, (second * (x + first)) - edge, T.Tanh(x)));
    }
}

/// <summary>σ(x) between −b and b, outside straight on with slope a.</summary>
/// <remarks>Qin, Wang and Zou 2018: improved logistic sigmoid. A corner at ±b unless a is σ′(b).</remarks>
/// <param name="A">The slope outside.</param>
/// <param name="B">Where the curve ends.</param>
public readonly record struct ImprovedSigmoid(double A, double B) : IVariable2
{
    /// <inheritdoc/>
    public bool NeedsDoubles => true;

    /// <summary>A fifth of the slope beyond ±2.</summary>
    public ImprovedSigmoid()
        : this(0.2, 2)
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
        where T : struct, IReal<T>
    {
        var edge = T.Sigmoid(second, out var other);
        return T.Where(x > second, edge + (first * (x - second)), T.Where(x < -second, other + (first * (x + second)), T.Sigmoid(x)));
    }
}

/// <summary>σ(x) + a·x.</summary>
/// <remarks>
/// Kunc and Kléma 2024, arXiv:2402.09092. Its slope, σ′ and a constant, is what Roodschild, Gotay Sardiñas and Will 2020,
/// doi:10.1007/s13748-020-00218-y, train sigmoids with.
/// </remarks>
/// <param name="A">The slope far out.</param>
public readonly record struct SigLin(double A) : IVariable
{
    /// <inheritdoc/>
    public bool NeedsDoubles => true;

    /// <summary>A tenth.</summary>
    public SigLin()
        : this(0.1)
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
        T.Sigmoid(x) + (parameter * x);
}
