using System.Runtime.CompilerServices;

namespace Hillock;

/// <summary>
/// Floats side by side. Their primitives hold what kernels ask of them, at most 2 ULP after one more operation, for arguments
/// within ±87; a function that needs more is computed in doubles (<see cref="IActivation.Floats"/>).
/// </summary>
/// <typeparam name="T">The type itself.</typeparam>
internal interface IFloats<T> : IWords<T>
    where T : struct, IFloats<T>, IReal<T>
{
    /// <summary>Adds to what was seen; <see cref="SawFinite"/> tells whether all of it was finite.</summary>
    static abstract T Watch(T seen, T x);

    /// <summary>Whether everything watched was finite.</summary>
    static abstract bool SawFinite(T seen);

    /// <summary>The entry of a table of 16 for the quarter of the octave in which each selector, from 1 to 16, lies.</summary>
    static abstract T Lookup(ReadOnlySpan<float> table, T selector);

    /// <summary>Whether the sign bit is set, as a condition for several choices: a comparison would be turned from a mask into words for each.</summary>
    static abstract T Negative(T x);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static T IReal<T>.Exp(T x) => Single.Exp(x);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static T IReal<T>.ExpM1(T x, out T exp) => Single.ExpM1(x, out exp);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static T IReal<T>.Sigmoid(T x, out T complement) => Single.Sigmoid(x, out complement);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static T IReal<T>.Tanh(T x, out T sechSquared) => Single.Tanh(x, out sechSquared);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static T IReal<T>.Softplus(T x, out T sigmoid, out T complement) => Single.Softplus(x, out sigmoid, out complement);

    /// <inheritdoc/>
    static T IReal<T>.Log(T x) => Each(x, Elementary.Log);

    /// <inheritdoc/>
    static T IReal<T>.Log1P(T x) => Each(x, Elementary.Log1P);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static T IReal<T>.NormalCdf(T x, out T density) => Single.NormalCdf(x, out density);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static T IReal<T>.NormalGate(T x, out T slope) => Single.NormalGate(x, out slope);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static T IReal<T>.SigmoidGate(T x, out T slope) => Single.SigmoidGate(x, out slope);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static T IReal<T>.SigmoidGate(T x, Constant steepness, out T slope) => Single.SigmoidGate(x, steepness, out slope);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static T IReal<T>.SigmoidGate(T x, Constant steepness, Constant cubic, out T slope) =>
        Single.SigmoidGate(x, steepness, cubic, out slope);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static T IReal<T>.TanhSoftplusGate(T x, out T slope) => Single.TanhSoftplusGate(x, out slope);

    /// <inheritdoc/>
    static T IReal<T>.Atan(T x) => Each(x, Elementary.Atan);

    /// <inheritdoc/>
    static T IReal<T>.Sin(T x, out T cos) => Each(x, Elementary.Sin, out cos);

    /// <inheritdoc/>
    static T IReal<T>.Sinc(T x, out T slope) => Each(x, Elementary.Sinc, out slope);

    /// <inheritdoc/>
    static T IReal<T>.Asinh(T x, out T slope) => Each(x, Elementary.Asinh, out slope);

    /// <inheritdoc/>
    static T IReal<T>.Erf(T x, out T slope) => Each(x, Elementary.Erf, out slope);

    /// <summary>For primitives that no function needs in floats: float by float, slowly.</summary>
    private static T Each(T x, Func<Doubles1, Doubles1> function)
    {
        Span<float> lanes = stackalloc float[T.Count];
        x.Store(ref lanes[0]);
        foreach (ref var lane in lanes)
        {
            function(new(lane)).Store(ref lane);
        }

        return T.Load(in lanes[0]);
    }

    /// <summary>As above, for a primitive with a companion.</summary>
    private static T Each(T x, Accompanied function, out T companion)
    {
        companion = Each(x, v =>
        {
            function(v, out var other);
            return other;
        });
        return Each(x, v => function(v, out _));
    }

    /// <summary>A primitive with a companion.</summary>
    private delegate Doubles1 Accompanied(Doubles1 x, out Doubles1 companion);
}
