using System.Runtime.CompilerServices;

namespace Hillock;

/// <summary>Doubles side by side, whose primitives are those of <see cref="Elementary"/>.</summary>
/// <typeparam name="T">The type itself.</typeparam>
internal interface IDoubles<T> : IWords<T>
    where T : struct, IDoubles<T>, IReal<T>
{
    /// <inheritdoc cref="IPrecision.IsFull"/>
    static abstract bool IsFull { get; }

    /// <summary>y·2ⁿ, rounded once, for y in [½, 2] and a whole n in [−1080, 1024].</summary>
    static abstract T Scale(T y, T n);

    /// <summary>n and m with x = m·2ⁿ and m in [√½, √2), for a positive normal x.</summary>
    static abstract T Exponent(T x, out T mantissa);

    /// <summary>Whether no lane's magnitude is greater than limit.</summary>
    static abstract bool AllWithin(T x, double limit);

    /// <summary>1/x to an eighth, of the exponents alone.</summary>
    static abstract T NearReciprocal(T x);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static T IReal<T>.Exp(T x) => Elementary.Exp(x);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static T IReal<T>.Log(T x) => Elementary.Log(x);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static T IReal<T>.Log1P(T x) => Elementary.Log1P(x);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static T IReal<T>.ExpM1(T x, out T exp) => Elementary.ExpM1(x, out exp);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static T IReal<T>.Sigmoid(T x, out T complement) => Elementary.Sigmoid(x, out complement);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static T IReal<T>.Tanh(T x, out T sechSquared) => Elementary.Tanh(x, out sechSquared);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static T IReal<T>.Softplus(T x, out T sigmoid, out T complement) => Elementary.Softplus(x, out sigmoid, out complement);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static T IReal<T>.NormalCdf(T x, out T density) => Elementary.NormalCdf(x, out density);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static T IReal<T>.Erf(T x, out T slope) => Elementary.Erf(x, out slope);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static T IReal<T>.Sin(T x, out T cos) => Elementary.Sin(x, out cos);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static T IReal<T>.Sinc(T x, out T slope) => Elementary.Sinc(x, out slope);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static T IReal<T>.Asinh(T x, out T slope) => Elementary.Asinh(x, out slope);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static T IReal<T>.Atan(T x) => Elementary.Atan(x);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static T IReal<T>.TanhSoftplusGate(T x, out T slope) => Elementary.TanhSoftplusGate(x, out slope);
}
