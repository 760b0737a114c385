namespace Hillock.Lab;

/// <summary>A value that tells how fast networks learn: how many epochs each takes to reach it.</summary>
/// <param name="Value">In the unit of the measure; NaN where nothing was learned that could be reached.</param>
/// <param name="Guessing">What comes of looking at no feature.</param>
/// <param name="Best">The best mean of an activation.</param>
public readonly record struct Level(double Value, double Guessing, double Best)
{
    /// <summary>How much of the way from guessing to the best.</summary>
    public const double Share = 0.9;

    /// <summary>Nine tenths of the way from guessing to the best activation's mean.</summary>
    public static Level Of(Measure measure, double guessing, double best) =>
        new(best != guessing && measure.Reaches(best, guessing) ? guessing + (Share * (best - guessing)) : double.NaN, guessing, best);
}
