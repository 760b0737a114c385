using System.Runtime.CompilerServices;

namespace Hillock;

// How an expression is to be read: value and slope alike, except where that is the point.
public readonly partial record struct Dual<T>
{
    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Dual<T> Prefer(Dual<T> condition, Dual<T> better, Dual<T> written) =>
        new(T.Prefer(condition.Value, better.Value, written.Value), T.Prefer(condition.Value, better.Slope, written.Slope));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Dual<T> Surrogate(Dual<T> value, Dual<T> smooth) => new(T.Surrogate(value.Value, smooth.Value), smooth.Slope);
}
