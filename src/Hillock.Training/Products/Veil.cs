using System.Numerics;

namespace Hillock.Training;

/// <summary>Keeps numbers that no longer count from becoming subnormal.</summary>
/// <remarks>
/// The gradients of a dead unit, and their moments, decay into subnormal numbers, where each operation takes a hundred times as long:
/// training gelu on MNIST became five times slower. A constant that is added and taken away again makes 0 of what its last bit does not see.
/// </remarks>
internal static class Veil
{
    /// <summary>For gradients: below 1e-30 they are 0, so that their products with inputs and weights are normal numbers; from 1e-16 on they stay.</summary>
    public const float OfGradients = 1e-23f;

    /// <summary>For moments: below 1e-37 they are 0; from 1e-22 on they stay.</summary>
    public const float OfMoments = 1e-30f;

    /// <summary>Applies the veil of gradients to one part of a tensor.</summary>
    public static void Apply(Tensor gradients, int part, int parts)
    {
        var (rows, columns) = Share.Of(gradients, part, parts);
        foreach (var range in new Segments(gradients, rows, columns))
        {
            var first = Apply<PreferredLanes, Vector<float>>(gradients, range.Start.Value, range.End.Value);
            Apply<OneLane, float>(gradients, first, range.End.Value);
        }
    }

    private static unsafe int Apply<L, V>(Tensor tensor, int first, int end)
        where L : ILanes<V>
        where V : struct
    {
        V veil = L.All(OfGradients), unveil = L.All(-OfGradients);
        for (; first <= end - L.Count; first += L.Count)
        {
            L.Store(L.Add(L.Add(L.Load(tensor.Pointer + first), veil), unveil), tensor.Pointer + first);
        }
        return first;
    }
}
