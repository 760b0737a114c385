using System.Numerics;

namespace Hillock.Training;

/// <summary>What is done to numbers at the same place of several panels.</summary>
internal interface IPanelLoop
{
    /// <summary>Does it for as many as a vector holds.</summary>
    void At<L, V>(nint k)
        where L : IUpdateLanes<V>
        where V : struct;
}

/// <summary>Loops over panels: the numbers of one gate for the samples of a block, which lie next to each other.</summary>
internal static class PanelLoop
{
    /// <summary>Numbers below this are taken for zero: what is carried through many steps shrinks, and subnormal numbers are slow.</summary>
    public const float Faint = 1e-30f;

    /// <summary>Does all of them.</summary>
    public static void Run<B>(B body, nint count)
        where B : struct, IPanelLoop
    {
        nint k = 0;
        for (; k <= count - PreferredLanes.Count; k += PreferredLanes.Count)
        {
            body.At<PreferredLanes, Vector<float>>(k);
        }
        for (; k < count; k++)
        {
            body.At<OneLane, float>(k);
        }
    }
}

/// <summary>to += from.</summary>
internal readonly unsafe struct PanelSum(float* from, float* to) : IPanelLoop
{
    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.AggressiveInlining)]
    public void At<L, V>(nint k)
        where L : IUpdateLanes<V>
        where V : struct =>
        L.Store(L.MultiplyAdd(L.All(1), L.Load(from + k), L.Load(to + k)), to + k);
}
