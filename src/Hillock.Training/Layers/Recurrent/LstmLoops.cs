using System.Runtime.CompilerServices;

namespace Hillock.Training;

/// <summary>c = f·c′ + i·g.</summary>
internal readonly unsafe struct LstmCell(float* i, float* f, float* g, float* before, float* c) : IPanelLoop
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void At<L, V>(nint k)
        where L : IUpdateLanes<V>
        where V : struct =>
        L.Store(L.MultiplyAdd(L.Load(f + k), L.Load(before + k), L.Multiply(L.Load(i + k), L.Load(g + k))), c + k);
}

/// <summary>h = o·s, where s is the activated cell.</summary>
internal readonly unsafe struct LstmState(float* o, float* s, float* h) : IPanelLoop
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void At<L, V>(nint k)
        where L : IUpdateLanes<V>
        where V : struct =>
        L.Store(L.Multiply(L.Load(o + k), L.Load(s + k)), h + k);
}

/// <summary>do = dh·s and ds = dh·o.</summary>
internal readonly unsafe struct LstmStateGradients(float* o, float* s, float* dh, float* dO, float* ds) : IPanelLoop
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void At<L, V>(nint k)
        where L : IUpdateLanes<V>
        where V : struct
    {
        var d = L.Load(dh + k);
        L.Store(L.Multiply(d, L.Load(s + k)), dO + k);
        L.Store(L.Multiply(d, L.Load(o + k)), ds + k);
    }
}

/// <summary>dc, to which the activation's part is added, shared out: di = dc·g, df = dc·c′, dg = dc·i and dc′ = dc·f.</summary>
internal readonly unsafe struct LstmCellGradients(
    float* i, float* f, float* g, float* before, float* throughState, float* dc, float* di, float* df, float* dg) : IPanelLoop
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void At<L, V>(nint k)
        where L : IUpdateLanes<V>
        where V : struct
    {
        var d = L.MultiplyAdd(L.All(1), L.Load(throughState + k), L.Load(dc + k));
        L.Store(L.Multiply(d, L.Load(g + k)), di + k);
        L.Store(L.Multiply(d, L.Load(before + k)), df + k);
        L.Store(L.Multiply(d, L.Load(i + k)), dg + k);
        L.Store(L.Flush(L.Multiply(d, L.Load(f + k)), PanelLoop.Faint), dc + k);
    }
}
