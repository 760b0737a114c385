namespace Hillock;

/// <summary>Floats where something happens.</summary>
internal static class SpecialInputs
{
    private const int Neighbours = 3;

    // Where e^±x leaves the floats and their normal numbers, σ and tanh become flat, Φ(x) ends.
    private static readonly float[] Ends = [0.6931472f, 1.5707964f, 3.1415927f, 5.54f, 8.66f, 9.01f, 14.2f, 16.64f, 18.7f, 43.5f, 87.34f, 88.73f, 103.98f];

    /// <summary>Zeros, NaN, infinities, powers of two, whole numbers, a function's kinks and the ends of its float range, with their neighbours.</summary>
    public static IEnumerable<float> Of(Activation f)
    {
        var powers = Enumerable.Range(-149, 277).Select(n => (float)Math.ScaleB(1, n));
        var places = powers.Concat(Enumerable.Range(0, 130).Select(n => (float)n)).Concat(Ends).Append(float.MaxValue);
        var all = places.SelectMany(x => new[] { x, -x }).Concat((f.Function?.Kinks ?? []).Select(kink => (float)kink));
        return all.SelectMany(Around).Concat([float.NaN, float.PositiveInfinity, float.NegativeInfinity]);
    }

    private static IEnumerable<float> Around(float x)
    {
        var (below, above) = (x, x);
        yield return x;
        for (var i = 0; i < Neighbours; i++)
        {
            (below, above) = (MathF.BitDecrement(below), MathF.BitIncrement(above));
            yield return below;
            yield return above;
        }
    }
}
