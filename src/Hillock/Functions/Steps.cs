using System.Runtime.CompilerServices;

namespace Hillock;

/// <summary>1 where x is positive, −1 where negative, 0 at 0.</summary>
/// <remarks>Its slope is 0 everywhere, so gradients cannot train what lies before it.</remarks>
public readonly record struct Sign : IActivation
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        T.Where(x > 0, 1, T.Where(x < 0, -1, x));
}

/// <summary>1 where x is positive, otherwise −1.</summary>
/// <remarks>Courbariaux, Hubara, Soudry, El-Yaniv and Bengio 2016, arXiv:1602.02830.</remarks>
public readonly record struct Binary : IActivation
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        T.Where(x > 0, 1, -1);
}

/// <summary>1 above ½, −1 below −½, 0 between: x to the nearest of the three.</summary>
/// <remarks>Li, Zhang and Liu 2016, arXiv:1605.04711.</remarks>
public readonly record struct Ternary : IActivation
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        T.Where(x > 0.5, 1, T.Where(x < -0.5, -1, 0 * x));
}
