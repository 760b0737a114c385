using System.Runtime.CompilerServices;

namespace Hillock;

/// <summary>alpha·x + beta.</summary>
/// <remarks>oneDNN calls it linear.</remarks>
/// <param name="Alpha">The slope.</param>
/// <param name="Beta">The value at 0.</param>
public readonly record struct Affine(double Alpha, double Beta) : IVariable2
{
    /// <inheritdoc/>
    public bool NeedsDoubles => Beta != 0;

    /// <summary>The identity.</summary>
    public Affine()
        : this(1, 0)
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
        (first * x) + second;
}

/// <summary>x².</summary>
public readonly record struct Square : IActivation
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        x * x;
}

/// <summary>x² + x: shifted quadratic unit.</summary>
/// <remarks>Noel, Arunkumar, Trivedi and Dutta 2021.</remarks>
public readonly record struct Squ : IActivation
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        x * (x + 1);
}

/// <summary>x − x³: non-monotonic cubic unit.</summary>
/// <remarks>Noel, Arunkumar, Trivedi and Dutta 2021.</remarks>
public readonly record struct Ncu : IActivation
{
    /// <inheritdoc/>
    public bool NeedsDoubles => true;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        x * ((1 - x) * (1 + x));
}

/// <summary>x·(2 − x).</summary>
/// <remarks>Noel, Arunkumar, Trivedi and Dutta 2021 and 2023.</remarks>
public readonly record struct ParabolicCone : IActivation
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        x * (2 - x);
}
