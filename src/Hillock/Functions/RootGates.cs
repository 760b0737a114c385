using System.Runtime.CompilerServices;

namespace Hillock;

/// <summary>½x·(1 + x/√(1 + x²)).</summary>
/// <remarks>Zhu, Meng, Hu, Liu and Luo 2021. Below 0 written with 1/(√(1 + x²) − x), which does not cancel.</remarks>
public readonly record struct Pflu : IActivation
{
    /// <inheritdoc/>
    public bool NeedsDoubles => true;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T>
    {
        var root = T.Hypotenuse(x, 1);
        return T.Prefer(x < 0, 0.5 * (x / root) / (root - x), 0.5 * x * (1 + (x / root)));
    }
}

/// <summary>x where positive, otherwise x·(1 + x/√(1 + x²)).</summary>
/// <remarks>Zhu, Meng, Hu, Liu and Luo 2021. Below 0 written with 1/(√(1 + x²) − x), which does not cancel.</remarks>
public readonly record struct Fpflu : IActivation
{
    /// <inheritdoc/>
    public bool NeedsDoubles => true;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T>
    {
        var root = T.Hypotenuse(x, 1);
        return T.Where(x > 0, x, x / root / (root - x));
    }
}

/// <summary>½x·(1 + k·x/√(1 + x²)).</summary>
/// <remarks>Abdool and Dear 2023.</remarks>
/// <param name="K">How far the slopes of both sides differ.</param>
public readonly record struct Swim(double K) : IVariable
{
    /// <inheritdoc/>
    public bool NeedsDoubles => true;

    /// <summary>Slopes ¼ and ¾.</summary>
    public Swim()
        : this(0.5)
    {
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        Of<T>(x, K);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x, T parameter)
        where T : struct, IReal<T> =>
        0.5 * x * (1 + (parameter * x / T.Hypotenuse(x, 1)));
}
