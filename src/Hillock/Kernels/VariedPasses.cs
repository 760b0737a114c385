using System.Runtime.CompilerServices;

namespace Hillock;

/// <summary>y = f(x; p), with one p for all elements (step 0) or one for each (step 1).</summary>
internal readonly ref struct VariedForwardPass<F, E>(F f, ref readonly E x, ref readonly E p, nint step, ref E y) : IPass
    where F : struct, IVariable
    where E : unmanaged
{
    private readonly F f = f;
    private readonly ref readonly E x = ref x;
    private readonly ref readonly E p = ref p;
    private readonly nint step = step;
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

        f.Of(input, Element.Parameter<T, E>(in p, step, i)).Store(ref Unsafe.Add(ref y, i));
        return true;
    }

    public void AtEdge(nint i) =>
        Element.Set(ref y, i, Limit.Value(f, Element.Get(in x, i), Element.Get(in p, step * i)));
}

/// <summary>dx = ∂f/∂x·dy, and ∂f/∂p·dy for each element.</summary>
internal readonly ref struct VariedBackwardPass<F, E>(
    F f, ref readonly E x, ref readonly E p, nint step, ref readonly E dy, ref E dx, ref E dp) : IPass
    where F : struct, IVariable
    where E : unmanaged
{
    private readonly F f = f;
    private readonly ref readonly E x = ref x;
    private readonly ref readonly E p = ref p;
    private readonly nint step = step;
    private readonly ref readonly E dy = ref dy;
    private readonly ref E dx = ref dx;
    private readonly ref E dp = ref dp;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool At<T>(nint i)
        where T : struct, ILanes<T>, IReal<T>
    {
        var input = T.Load(in Element.At(in x, i));
        if (!T.AllFinite(input))
        {
            return false;
        }

        var parameter = Element.Parameter<T, E>(in p, step, i);
        var upstream = T.Load(in Element.At(in dy, i));
        T none = 0;
        f.Of(new Dual<T>(input, none), new Dual<T>(parameter, upstream)).Slope.Store(ref Unsafe.Add(ref dp, i));
        f.Of(new Dual<T>(input, upstream), new Dual<T>(parameter, none)).Slope.Store(ref Unsafe.Add(ref dx, i));
        return true;
    }

    public void AtEdge(nint i)
    {
        var (input, parameter, upstream) = (Element.Get(in x, i), Element.Get(in p, step * i), Element.Get(in dy, i));
        Element.Set(ref dp, i, Limit.ParameterSlope(f, input, parameter) * upstream);
        Element.Set(ref dx, i, Limit.Slope(f, input, parameter) * upstream);
    }
}
