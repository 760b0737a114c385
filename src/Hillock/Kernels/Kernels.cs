using System.Runtime.CompilerServices;

namespace Hillock;

/// <summary>y = f(x).</summary>
internal readonly struct ForwardKernel<F> : IKernel<F>
    where F : struct, IActivation
{
    public static FloatRange Floats(F f) => f.Floats;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void At<T, E, W>(F f, Streams<E> streams, nint i)
        where T : struct, ILanes<T>, IReal<T>
        where E : unmanaged
        where W : struct, IWriting =>
        streams.SetY<T, W>(i, f.Of(streams.X<T>(i)));

    public static void AtEdge<E>(F f, Streams<E> streams, nint i)
        where E : unmanaged =>
        streams.SetY<Doubles1, Through>(i, Limit.Value(f, streams.X<Doubles1>(i).Word));
}

/// <summary>dx = f′(x)·dy, by evaluating f at x with dy as its slope: where f′ is 0, an infinite dy has no influence.</summary>
internal readonly struct BackwardKernel<F> : IKernel<F>
    where F : struct, IActivation
{
    public static FloatRange Floats(F f) => f.SlopeFloats;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void At<T, E, W>(F f, Streams<E> streams, nint i)
        where T : struct, ILanes<T>, IReal<T>
        where E : unmanaged
        where W : struct, IWriting =>
        streams.SetDx<T, W>(i, f.Of(new Dual<T>(streams.X<T>(i), streams.Dy<T>(i))).Slope);

    public static void AtEdge<E>(F f, Streams<E> streams, nint i)
        where E : unmanaged =>
        streams.SetDx<Doubles1, Through>(i, Limit.Slope(f, streams.X<Doubles1>(i).Word) * streams.Dy<Doubles1>(i).Word);
}

/// <summary>y = f(x) and dx = f′(x)·dy in one pass.</summary>
internal readonly struct ForwardBackwardKernel<F> : IKernel<F>
    where F : struct, IActivation
{
    public static FloatRange Floats(F f) => f.SlopeFloats;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void At<T, E, W>(F f, Streams<E> streams, nint i)
        where T : struct, ILanes<T>, IReal<T>
        where E : unmanaged
        where W : struct, IWriting
    {
        var both = f.Of(new Dual<T>(streams.X<T>(i), streams.Dy<T>(i)));
        streams.SetY<T, W>(i, both.Value);
        streams.SetDx<T, W>(i, both.Slope);
    }

    public static void AtEdge<E>(F f, Streams<E> streams, nint i)
        where E : unmanaged
    {
        var (x, dy) = (streams.X<Doubles1>(i).Word, streams.Dy<Doubles1>(i).Word);
        streams.SetY<Doubles1, Through>(i, Limit.Value(f, x));
        streams.SetDx<Doubles1, Through>(i, Limit.Slope(f, x) * dy);
    }
}
