namespace Hillock;

/// <summary>What a kernel does at one place of its spans.</summary>
/// <typeparam name="F">The function.</typeparam>
internal interface IKernel<F>
    where F : struct
{
    /// <summary>Where it may be computed in floats.</summary>
    static abstract FloatRange Floats(F f);

    /// <summary>Computes the elements at <paramref name="i"/> and after, one per lane; their inputs are finite.</summary>
    static abstract void At<T, E, W>(F f, Streams<E> streams, nint i)
        where T : struct, ILanes<T>, IReal<T>
        where E : unmanaged
        where W : struct, IWriting;

    /// <summary>Computes the element at <paramref name="i"/>, whose input is infinite or NaN.</summary>
    static abstract void AtEdge<E>(F f, Streams<E> streams, nint i)
        where E : unmanaged;
}
