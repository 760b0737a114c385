using System.Runtime.CompilerServices;

namespace Hillock;

/// <summary>
/// Doubles side by side, with the operations elementary functions are built from. All of them are exact or correctly
/// rounded, so every width gives the same bits.
/// </summary>
/// <remarks>
/// Horner and Within take plain numbers and do several steps at once: the just-in-time compiler stops inlining when a method
/// has 512 local variables, and every operator costs two.
/// </remarks>
/// <typeparam name="T">The type itself.</typeparam>
internal interface IWords<T> : ILanes<T>
    where T : struct, IWords<T>, IReal<T>
{
    /// <summary>a·b + c, rounded once.</summary>
    static abstract T Fma(T a, T b, T c);

    /// <summary>(((p·x + a)·x + b)·x + c)·x + d: four steps of Horner's rule.</summary>
    static abstract T Horner(T p, T x, double a, double b, double c, double d);

    /// <summary>x, not below low and not above high.</summary>
    static abstract T Within(T x, double low, double high);

    /// <summary>The magnitude of <paramref name="x"/> with the sign of <paramref name="sign"/>, −0 included.</summary>
    static abstract T WithSign(T x, T sign);

    /// <summary>y·2ⁿ, rounded once, for y in [½, 2] and a whole n in [−1080, 1024].</summary>
    static abstract T Scale(T y, T n);

    /// <summary>n and m with x = m·2ⁿ and m in [√½, √2), for a positive normal x.</summary>
    static abstract T Exponent(T x, out T mantissa);

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
}
