using System.Runtime.CompilerServices;

namespace Hillock;

/// <summary>Several reals side by side: what a kernel's loop is written in.</summary>
/// <typeparam name="T">The type itself.</typeparam>
internal interface ILanes<T> : IReal<T>
    where T : struct, ILanes<T>
{
    /// <summary>How many elements of a span one value holds.</summary>
    static abstract int Count { get; }

    /// <summary>Reads <see cref="Count"/> elements, floats or doubles, widening where the lanes are wider.</summary>
    static abstract T Load<E>(ref readonly E source)
        where E : unmanaged;

    /// <summary>Whether no lane is infinite or NaN.</summary>
    static abstract bool AllFinite(T x);

    /// <summary>Writes <see cref="Count"/> elements, rounding once where the lanes are wider.</summary>
    void Store<E>(ref E destination)
        where E : unmanaged;
}

/// <summary>
/// Hardware words: vectors of 512, 256 or 128 bits and the single number, with the operations elementary functions are
/// built from. All of them are exact or correctly rounded, so every width gives the same bits.
/// </summary>
/// <typeparam name="T">The type itself.</typeparam>
internal interface IWords<T> : ILanes<T>
    where T : struct, IWords<T>, IReal<T>
{
    /// <summary>Whether the lanes are floats; otherwise they are doubles.</summary>
    static abstract bool IsSingle { get; }

    /// <summary>a·b + c, rounded once.</summary>
    static abstract T Fma(T a, T b, T c);

    /// <summary>|x|, by clearing the sign bit.</summary>
    static abstract T Magnitude(T x);

    /// <summary>The magnitude of <paramref name="x"/> with the sign of <paramref name="sign"/>, −0 included.</summary>
    static abstract T WithSign(T x, T sign);

    /// <summary>2ⁿ for a whole n in [−1022, 1023]; doubles only.</summary>
    static abstract T PowerOfTwo(T n);

    /// <summary>n and m with x = m·2ⁿ and m in [√½, √2), for a positive normal x; doubles only.</summary>
    static abstract T Exponent(T x, out T mantissa);

    /// <summary>A function of one double applied lane by lane: slow, for what no kernel does.</summary>
    static abstract T EachLane(T x, Func<Lanes1<double>, Lanes1<double>> function);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static T IReal<T>.Exp(T x) =>
        T.IsSingle ? T.EachLane(x, Elementary.Exp) : Elementary.Exp(x);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static T IReal<T>.Log(T x) =>
        T.IsSingle ? T.EachLane(x, Elementary.Log) : Elementary.Log(x);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static T IReal<T>.Log1P(T x) =>
        T.IsSingle ? T.EachLane(x, Elementary.Log1P) : Elementary.Log1P(x);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static T IReal<T>.ExpM1(T x, out T exp)
    {
        if (T.IsSingle)
        {
            exp = T.EachLane(x, Elementary.Exp);
            return T.EachLane(x, static v => Elementary.ExpM1(v, out _));
        }

        return Elementary.ExpM1(x, out exp);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static T IReal<T>.Sigmoid(T x, out T complement)
    {
        if (T.IsSingle)
        {
            complement = T.EachLane(x, static v => Elementary.Sigmoid(-v, out _));
            return T.EachLane(x, static v => Elementary.Sigmoid(v, out _));
        }

        return Elementary.Sigmoid(x, out complement);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static T IReal<T>.Tanh(T x, out T sechSquared)
    {
        if (T.IsSingle)
        {
            sechSquared = T.EachLane(x, static v =>
            {
                Elementary.Tanh(v, out var s);
                return s;
            });
            return T.EachLane(x, static v => Elementary.Tanh(v, out _));
        }

        return Elementary.Tanh(x, out sechSquared);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static T IReal<T>.Softplus(T x, out T sigmoid)
    {
        if (T.IsSingle)
        {
            sigmoid = T.EachLane(x, static v => Elementary.Sigmoid(v, out _));
            return T.EachLane(x, static v => Elementary.Softplus(v, out _));
        }

        return Elementary.Softplus(x, out sigmoid);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static T IReal<T>.NormalCdf(T x, out T density)
    {
        if (T.IsSingle)
        {
            density = T.EachLane(x, static v =>
            {
                Elementary.NormalCdf(v, out var d);
                return d;
            });
            return T.EachLane(x, static v => Elementary.NormalCdf(v, out _));
        }

        return Elementary.NormalCdf(x, out density);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static T IReal<T>.Softsign(T x, out T complement)
    {
        complement = (T)1.0 / (T.Magnitude(x) + 1.0);
        return x / (T.Magnitude(x) + 1.0);
    }
}
