using System.Runtime.CompilerServices;

namespace Hillock;

/// <summary>y = f(x).</summary>
internal readonly ref struct ForwardPass<F, E>(F f, ref readonly E x, ref E y) : IPass
    where F : struct, IActivation
    where E : unmanaged
{
    private readonly F f = f;
    private readonly ref readonly E x = ref x;
    private readonly ref E y = ref y;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool At<T>(nint i)
        where T : struct, ILanes<T>, IReal<T>
    {
        var input = T.Load(in Element.At(in x, i));
        if (!T.AllFinite(input))
        {
            return false;
        }

        f.Of(input).Store(ref Unsafe.Add(ref y, i));
        return true;
    }

    public void AtEdge(nint i) => Element.Set(ref y, i, Limit.Value(f, Element.Get(in x, i)));
}

/// <summary>dx = f′(x)·dy, by evaluating f at x with dy as its slope.</summary>
internal readonly ref struct BackwardPass<F, E>(F f, ref readonly E x, ref readonly E dy, ref E dx) : IPass
    where F : struct, IActivation
    where E : unmanaged
{
    private readonly F f = f;
    private readonly ref readonly E x = ref x;
    private readonly ref readonly E dy = ref dy;
    private readonly ref E dx = ref dx;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool At<T>(nint i)
        where T : struct, ILanes<T>, IReal<T>
    {
        var input = T.Load(in Element.At(in x, i));
        if (!T.AllFinite(input))
        {
            return false;
        }

        f.Of(new Dual<T>(input, T.Load(in Element.At(in dy, i)))).Slope.Store(ref Unsafe.Add(ref dx, i));
        return true;
    }

    public void AtEdge(nint i) =>
        Element.Set(ref dx, i, Limit.Slope(f, Element.Get(in x, i)) * Element.Get(in dy, i));
}

/// <summary>y = f(x) and dx = f′(x)·dy in one pass.</summary>
internal readonly ref struct ForwardBackwardPass<F, E>(F f, ref readonly E x, ref readonly E dy, ref E y, ref E dx) : IPass
    where F : struct, IActivation
    where E : unmanaged
{
    private readonly F f = f;
    private readonly ref readonly E x = ref x;
    private readonly ref readonly E dy = ref dy;
    private readonly ref E y = ref y;
    private readonly ref E dx = ref dx;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool At<T>(nint i)
        where T : struct, ILanes<T>, IReal<T>
    {
        var input = T.Load(in Element.At(in x, i));
        if (!T.AllFinite(input))
        {
            return false;
        }

        var both = f.Of(new Dual<T>(input, T.Load(in Element.At(in dy, i))));
        both.Value.Store(ref Unsafe.Add(ref y, i));
        both.Slope.Store(ref Unsafe.Add(ref dx, i));
        return true;
    }

    public void AtEdge(nint i)
    {
        var (input, upstream) = (Element.Get(in x, i), Element.Get(in dy, i));
        Element.Set(ref y, i, Limit.Value(f, input));
        Element.Set(ref dx, i, Limit.Slope(f, input) * upstream);
    }
}
