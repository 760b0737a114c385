namespace Hillock.Lab;

/// <summary>Something that was seen and stayed.</summary>
/// <param name="FirstStep">The step of the first look that saw it.</param>
/// <param name="Evidence">Looks that saw it, of all since then.</param>
/// <param name="Value">What the last of them saw.</param>
internal readonly record struct Sighting(long FirstStep, Evidence Evidence, double Value)
{
    /// <summary>The part of the looks since the first that must have seen it.</summary>
    private const double Steady = 2.0 / 3;

    /// <summary>What stayed to the end of a series; <c>null</c> for what came and went, or was seen too seldom to be told from chance.</summary>
    /// <param name="series">What was measured, look after look; NaN where nothing was.</param>
    /// <param name="isBad">Whether a value counts.</param>
    /// <param name="needed">Looks that must have seen it, where there were as many.</param>
    public static Sighting? Of(IReadOnlyList<(long Step, double Value)> series, Func<double, bool> isBad, int needed)
    {
        (long Step, double Value)[] known = [.. series.Where(look => !double.IsNaN(look.Value))];
        if (known.Length == 0 || !isBad(known[^1].Value))
        {
            return null;
        }
        for (var first = 0; first < known.Length; first++)
        {
            var (seen, of) = (known.Skip(first).Count(look => isBad(look.Value)), known.Length - first);
            if (isBad(known[first].Value) && seen >= Math.Min(needed, known.Length) && seen >= Steady * of)
            {
                return new(known[first].Step, new(seen, of), known[^1].Value);
            }
        }
        return null;
    }
}
