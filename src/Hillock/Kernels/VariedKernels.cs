using System.Runtime.CompilerServices;

namespace Hillock;

/// <summary>y = f(x; p).</summary>
internal readonly struct VariedForwardKernel<F> : IKernel<F>
    where F : struct, IVariable
{
    public static FloatRange Floats(F f) => FloatRange.None;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void At<T, E, W>(F f, Streams<E> streams, nint i)
        where T : struct, ILanes<T>, IReal<T>
        where E : unmanaged
        where W : struct, IWriting =>
        streams.SetY<T, W>(i, f.Of(streams.X<T>(i), streams.P<T>(i)));

    public static void AtEdge<E>(F f, Streams<E> streams, nint i)
        where E : unmanaged =>
        streams.SetY<Doubles1, Through>(i, Limit.Value(f, streams.X<Doubles1>(i).Word, streams.P<Doubles1>(i).Word));
}

/// <summary>dx = ∂f/∂x·dy, and ∂f/∂p·dy for each element where the outputs stand in the forward pass.</summary>
internal readonly struct VariedBackwardKernel<F> : IKernel<F>
    where F : struct, IVariable
{
    public static FloatRange Floats(F f) => FloatRange.None;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void At<T, E, W>(F f, Streams<E> streams, nint i)
        where T : struct, ILanes<T>, IReal<T>
        where E : unmanaged
        where W : struct, IWriting
    {
        var (x, p, dy) = (streams.X<T>(i), streams.P<T>(i), streams.Dy<T>(i));
        var byParameter = f.Of(new Dual<T>(x, 0), new Dual<T>(p, dy)).Slope;
        var byInput = f.Of(new Dual<T>(x, dy), new Dual<T>(p, 0)).Slope;
        streams.SetY<T, W>(i, byParameter);
        streams.SetDx<T, W>(i, byInput);
    }

    public static void AtEdge<E>(F f, Streams<E> streams, nint i)
        where E : unmanaged
    {
        var (x, p, dy) = (streams.X<Doubles1>(i).Word, streams.P<Doubles1>(i).Word, streams.Dy<Doubles1>(i).Word);
        streams.SetY<Doubles1, Through>(i, Limit.ParameterSlope(f, x, p) * dy);
        streams.SetDx<Doubles1, Through>(i, Limit.Slope(f, x, p) * dy);
    }
}

/// <summary>dx = ∂f/∂x·dy.</summary>
internal readonly struct VariedSlopeKernel<F> : IKernel<F>
    where F : struct, IVariable
{
    public static FloatRange Floats(F f) => FloatRange.None;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void At<T, E, W>(F f, Streams<E> streams, nint i)
        where T : struct, ILanes<T>, IReal<T>
        where E : unmanaged
        where W : struct, IWriting =>
        streams.SetDx<T, W>(i, f.Of(new Dual<T>(streams.X<T>(i), streams.Dy<T>(i)), new Dual<T>(streams.P<T>(i), 0)).Slope);

    public static void AtEdge<E>(F f, Streams<E> streams, nint i)
        where E : unmanaged =>
        streams.SetDx<Doubles1, Through>(
            i, Limit.Slope(f, streams.X<Doubles1>(i).Word, streams.P<Doubles1>(i).Word) * streams.Dy<Doubles1>(i).Word);
}
