using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Hillock;

/// <summary>y = u(a) ⊙ v(b): one half of a row, through u, times the other, the gate, through v.</summary>
/// <remarks>
/// Dauphin et al. 2016, arXiv:1612.08083; Shazeer 2020, arXiv:2002.05202. PyTorch's, Keras' and JAX' GLU have the gate in the second half,
/// ONNX' SwiGLU in the first.
/// </remarks>
/// <param name="u">What the half that is no gate goes through.</param>
/// <param name="v">What the gate goes through.</param>
/// <param name="gate">Which half is the gate: 1 or 2.</param>
internal readonly struct Halves<U, V>(U u, V v, int gate) : IRow
    where U : struct, IActivation
    where V : struct, IActivation
{
    private readonly U u = u;
    private readonly V v = v;

    public RowShape Shape => RowShape.Halved;

    public int Room(int columns) => 0;

    public RowGate? GateOf(RowActivation function) => RowGate.Of<V>(function, gate);

    public void Forward<E>(ReadOnlySpan<E> x, Span<E> y, Span<double> room)
        where E : unmanaged
    {
        ref readonly var b = ref x[(gate - 1) * y.Length];
        ref readonly var a = ref x[(2 - gate) * y.Length];
        Loop.Run<HalvesPass<U, V, E>, E>(new(u, v, in a, in b, ref MemoryMarshal.GetReference(y)), y.Length);
    }

    public void Backward<E>(ReadOnlySpan<E> x, ReadOnlySpan<E> dy, Span<E> dx, Span<double> room)
        where E : unmanaged
    {
        var (b, a) = ((gate - 1) * dy.Length, (2 - gate) * dy.Length);
        Loop.Run<HalvesSlopePass<U, V, E>, E>(
            new(u, v, in x[a], in x[b], in MemoryMarshal.GetReference(dy), ref dx[a], ref dx[b]), dy.Length);
    }
}

/// <summary>y = u(a)·v(b).</summary>
internal readonly ref struct HalvesPass<U, V, E>(U u, V v, ref readonly E a, ref readonly E b, ref E y) : IPass
    where U : struct, IActivation
    where V : struct, IActivation
    where E : unmanaged
{
    private readonly U u = u;
    private readonly V v = v;
    private readonly ref readonly E a = ref a;
    private readonly ref readonly E b = ref b;
    private readonly ref E y = ref y;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool At<T>(nint i)
        where T : struct, ILanes<T>, IReal<T>
    {
        var (left, right) = (T.Load(in Element.At(in a, i)), T.Load(in Element.At(in b, i)));
        if (!T.AllFinite(left) || !T.AllFinite(right))
        {
            return false;
        }

        (u.Of(left) * v.Of(right)).Store(ref Unsafe.Add(ref y, i));
        return true;
    }

    public void AtEdge(nint i) =>
        Element.Set(ref y, i, EdgeOf.Value(u, Element.Get(in a, i)) * EdgeOf.Value(v, Element.Get(in b, i)));
}

/// <summary>da = u′(a)·v(b)·dy and db = u(a)·v′(b)·dy.</summary>
internal readonly ref struct HalvesSlopePass<U, V, E>(U u, V v, ref readonly E a, ref readonly E b, ref readonly E dy, ref E da, ref E db) : IPass
    where U : struct, IActivation
    where V : struct, IActivation
    where E : unmanaged
{
    private readonly U u = u;
    private readonly V v = v;
    private readonly ref readonly E a = ref a;
    private readonly ref readonly E b = ref b;
    private readonly ref readonly E dy = ref dy;
    private readonly ref E da = ref da;
    private readonly ref E db = ref db;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool At<T>(nint i)
        where T : struct, ILanes<T>, IReal<T>
    {
        var (left, right) = (T.Load(in Element.At(in a, i)), T.Load(in Element.At(in b, i)));
        if (!T.AllFinite(left) || !T.AllFinite(right))
        {
            return false;
        }

        var upstream = T.Load(in Element.At(in dy, i));
        var first = u.Of(new Dual<T>(left, 1));
        var second = v.Of(new Dual<T>(right, 1));
        (first.Slope * second.Value * upstream).Store(ref Unsafe.Add(ref da, i));
        (first.Value * second.Slope * upstream).Store(ref Unsafe.Add(ref db, i));
        return true;
    }

    public void AtEdge(nint i)
    {
        var (left, right, upstream) = (Element.Get(in a, i), Element.Get(in b, i), Element.Get(in dy, i));
        Element.Set(ref da, i, EdgeOf.Slope(u, left) * EdgeOf.Value(v, right) * upstream);
        Element.Set(ref db, i, EdgeOf.Value(u, left) * EdgeOf.Slope(v, right) * upstream);
    }
}

/// <summary>A function of one number, its limit where the number is infinite.</summary>
internal static class EdgeOf
{
    public static double Value<F>(F f, double x)
        where F : struct, IActivation =>
        double.IsFinite(x) ? f.Of<Real>(x) : Limit.Value(f, x);

    public static double Slope<F>(F f, double x)
        where F : struct, IActivation =>
        double.IsFinite(x) ? f.Of<Dual<Real>>(new(x, 1)).Slope : Limit.Slope(f, x);
}
