using System.Numerics;

namespace Hillock.Training;

/// <summary>Makes zero of activations and gradients that no weight would feel.</summary>
/// <remarks>
/// Where a smooth function such as gelu is off, it and its slope are 1e-20 or 1e-35. Products with such numbers are subnormal, where
/// each operation takes a hundred times as long: training gelu on MNIST took five times as long as it should.
/// A constant is added and taken away again: what its last bit does not see is gone, what is well above stays to the bit.
/// </remarks>
internal static class FaintNumbers
{
    /// <summary>Numbers below 1e-30 become 0, those above 1e-16 stay as they are.</summary>
    private const float Veil = 1e-23f;

    /// <summary>Clears a block of a tensor.</summary>
    public static void Clear(Tensor tensor, Range rows, Range columns)
    {
        foreach (var range in new Segments(tensor, rows, columns))
        {
            var first = Clear<PreferredLanes, Vector<float>>(tensor, range.Start.Value, range.End.Value);
            Clear<OneLane, float>(tensor, first, range.End.Value);
        }
    }

    private static unsafe int Clear<L, V>(Tensor tensor, int first, int end)
        where L : ILanes<V>
        where V : struct
    {
        V one = L.All(1), veil = L.All(Veil), unveil = L.All(-Veil);
        var values = tensor.Pointer;
        for (; first <= end - L.Count; first += L.Count)
        {
            var seen = L.MultiplyAdd(L.Load(values + first), one, veil);
            L.Store(L.MultiplyAdd(seen, one, unveil), values + first);
        }
        GC.KeepAlive(tensor);
        return first;
    }
}
