using System.Runtime.CompilerServices;

namespace Hillock;

/// <summary>dx = f′(x)·dy, where the inputs are y = f(x).</summary>
internal readonly struct OutputKernel<F> : IKernel<F>
    where F : struct, IActivation, IOutputSlope<F>
{
    public static FloatRange Floats(F f) => FloatRange.Finite;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void At<T, E, W>(F f, Streams<E> streams, nint i)
        where T : struct, ILanes<T>, IReal<T>
        where E : unmanaged
        where W : struct, IWriting =>
        streams.SetDx<T, W>(i, f.SlopeOfOutput(streams.X<T>(i)) * streams.Dy<T>(i));

    public static void AtEdge<E>(F f, Streams<E> streams, nint i)
        where E : unmanaged
    {
        var (y, dy) = (streams.X<Doubles1>(i), streams.Dy<Doubles1>(i));
        streams.SetDx<Doubles1, Through>(i, double.IsNaN(y.Word) ? y : f.SlopeOfOutput(y) * dy);
    }
}
