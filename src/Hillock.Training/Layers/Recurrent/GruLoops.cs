using System.Runtime.CompilerServices;

namespace Hillock.Training;

/// <summary>sum += r·v.</summary>
internal readonly unsafe struct GruCandidate(float* r, float* v, float* sum) : IPanelLoop
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void At<L, V>(nint k)
        where L : IUpdateLanes<V>
        where V : struct =>
        L.Store(L.MultiplyAdd(L.Load(r + k), L.Load(v + k), L.Load(sum + k)), sum + k);
}

/// <summary>h = n + z·(h′ − n), in the place of h′.</summary>
internal readonly unsafe struct GruState(float* z, float* n, float* h) : IPanelLoop
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void At<L, V>(nint k)
        where L : IUpdateLanes<V>
        where V : struct
    {
        var candidate = L.Load(n + k);
        L.Store(L.MultiplyAdd(L.Load(z + k), L.MultiplyAdd(L.All(-1), candidate, L.Load(h + k)), candidate), h + k);
    }
}

/// <summary>dz = dh·(h′ − n), dn = dh·(1 − z), and dh·z remains for h′.</summary>
internal readonly unsafe struct GruStateGradients(float* z, float* n, float* before, float* dh, float* dz, float* dn) : IPanelLoop
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void At<L, V>(nint k)
        where L : IUpdateLanes<V>
        where V : struct
    {
        V d = L.Load(dh + k), kept = L.Multiply(d, L.Load(z + k));
        L.Store(L.Multiply(d, L.MultiplyAdd(L.All(-1), L.Load(n + k), L.Load(before + k))), dz + k);
        L.Store(L.MultiplyAdd(L.All(-1), kept, d), dn + k);
        L.Store(L.Flush(kept, PanelLoop.Faint), dh + k);
    }
}

/// <summary>dr = dn·v, and dv = dn·r in the place of v.</summary>
internal readonly unsafe struct GruResetGradients(float* r, float* v, float* dn, float* dr) : IPanelLoop
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void At<L, V>(nint k)
        where L : IUpdateLanes<V>
        where V : struct
    {
        var d = L.Load(dn + k);
        L.Store(L.Multiply(d, L.Load(v + k)), dr + k);
        L.Store(L.Flush(L.Multiply(d, L.Load(r + k)), PanelLoop.Faint), v + k);
    }
}
