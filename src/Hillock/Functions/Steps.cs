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

/// <summary>1 above theta, −1 below −theta, 0 between.</summary>
/// <remarks>Li, Zhang and Liu 2016, arXiv:1605.04711.</remarks>
/// <param name="Theta">Half the width of the zero zone.</param>
public readonly record struct Ternary(double Theta) : IVariable
{
    /// <inheritdoc/>
    public bool NeedsDoubles => (float)Theta != Theta;

    /// <summary>Zero between −½ and ½.</summary>
    public Ternary()
        : this(0.5)
    {
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        Of<T>(x, Theta);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x, T parameter)
        where T : struct, IReal<T> =>
        T.Where(x > parameter, 1, T.Where(x < -parameter, -1, 0 * x));
}
