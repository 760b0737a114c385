using System.Runtime.CompilerServices;

namespace Hillock;

/// <summary>Several reals side by side: what a kernel's loop is written in.</summary>
/// <typeparam name="T">The type itself.</typeparam>
internal interface ILanes<T> : IReal<T>
    where T : struct, ILanes<T>, IReal<T>
{
    /// <summary>How many elements of a span one value holds.</summary>
    static abstract int Count { get; }

    /// <summary>Reads <see cref="Count"/> elements, floats or doubles, widening where the lanes are wider.</summary>
    static abstract T Load<S>(ref readonly S source)
        where S : unmanaged;

    /// <summary>|x|, without a slope to care for.</summary>
    static abstract T Magnitude(T x);

    /// <summary>Whether no lane is infinite or NaN.</summary>
    static abstract bool AllFinite(T x);

    /// <summary>Writes <see cref="Count"/> elements, rounding once where the lanes are wider.</summary>
    void Store<D>(ref D destination)
        where D : unmanaged;

    /// <summary>As <see cref="Store"/>, past the caches where the machine can; the destination is aligned and does not move.</summary>
    void StoreAround<D>(ref D destination)
        where D : unmanaged;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static T IReal<T>.Softsign(T x, out T complement)
    {
        var divisor = T.Magnitude(x) + 1;
        complement = (T)1 / divisor;
        return x / divisor;
    }
}
