using System.Runtime.CompilerServices;

namespace Hillock;

/// <summary>x moved by lambda towards 0, and 0 within lambda of it.</summary>
/// <remarks>Donoho and Johnstone 1994, "Ideal spatial adaptation by wavelet shrinkage". The slope at ±lambda is 0.</remarks>
/// <param name="Lambda">Half the width of the dead zone.</param>
public readonly record struct SoftShrink(double Lambda) : IVariable
{
    /// <inheritdoc/>
    public bool NeedsDoubles => (float)Lambda != Lambda;

    /// <summary>The value of PyTorch and Keras.</summary>
    public SoftShrink()
        : this(0.5)
    {
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        Of<T>(x, Lambda);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x, T parameter)
        where T : struct, IReal<T> =>
        T.Where(x > parameter, x - parameter, T.Where(x < -parameter, x + parameter, 0 * x));
}

/// <summary>x, and 0 within lambda of 0.</summary>
/// <remarks>Donoho and Johnstone 1994, "Ideal spatial adaptation by wavelet shrinkage". The slope at ±lambda is 0.</remarks>
/// <param name="Lambda">Half the width of the dead zone.</param>
public readonly record struct HardShrink(double Lambda) : IVariable
{
    /// <inheritdoc/>
    public bool NeedsDoubles => (float)Lambda != Lambda;

    /// <summary>The value of PyTorch and Keras.</summary>
    public HardShrink()
        : this(0.5)
    {
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        Of<T>(x, Lambda);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x, T parameter)
        where T : struct, IReal<T> =>
        T.Where(T.Abs(x) > parameter, x, 0 * x);
}

/// <summary>x − tanh x: flat at 0, nearly x beyond.</summary>
/// <remarks>
/// Its slope is tanh² x. Within ±2 computed from the continued fraction of tanh (Lambert 1768), all of whose terms are positive; the
/// difference would cancel.
/// </remarks>
public readonly record struct TanhShrink : IActivation
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T>
    {
        var w = x * x;
        var above = ((((((w + 2925) * w) + 1276275) * w + 174594420) * w + 8249586345) * w) + 105411381075;
        var below = (((((((w + 3003) * w) + 1351350) * w + 192972780) * w + 9820936125) * w + 151242416325) * w) + 316234143225;
        return T.Prefer(w < 4, x * (w * (above / below)), x - T.Tanh(x));
    }
}
