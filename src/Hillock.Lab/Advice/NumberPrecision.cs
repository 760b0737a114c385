namespace Hillock.Lab;

/// <summary>The number format of a training, and what of a function is lost in it.</summary>
/// <param name="Name">As typed after <c>--precision</c>.</param>
/// <param name="Greatest">The greatest finite number.</param>
/// <param name="Least">The least positive number.</param>
/// <param name="Epsilon">The distance from 1 to the next greater number.</param>
/// <param name="Advice">What to do in any case; empty for nothing.</param>
public sealed record NumberPrecision(string Name, double Greatest, double Least, double Epsilon, string Advice)
{
    // How far out is looked, and how finely: an eighth, about as precise as a float16 is at 64.
    private const double Reach = 64, Step = 0.125, Farthest = 1e5;

    /// <summary>All of them.</summary>
    public static IReadOnlyList<NumberPrecision> All { get; } =
    [
        new("float32", float.MaxValue, float.Epsilon, Math.ScaleB(1, -23), ""),
        new("float16", (double)Half.MaxValue, (double)Half.Epsilon, Math.ScaleB(1, -10),
            "scale the loss (gradients below 6e-8 are 0), keep master weights, sums and losses in float32"),
        new("bfloat16", (float)BFloat16.MaxValue, (float)BFloat16.Epsilon, Math.ScaleB(1, -7),
            "keep master weights, sums and losses in float32: of an update below 1/256 of a weight nothing is left"),
    ];

    /// <summary>The smallest |x| at which the value is beyond the greatest number; ∞ where there is none up to 1e5.</summary>
    /// <param name="f">The function.</param>
    public double OverflowsFrom(Activation f)
    {
        for (var x = Step; x <= Farthest; x *= 1 + (1.0 / 128))
        {
            if (IsBeyond(f.Of(x)) || IsBeyond(f.Of(-x)))
            {
                return x;
            }
        }
        return double.PositiveInfinity;
    }

    /// <summary>The smallest |x| from which on the value is rounded to its limit, so that a slope computed from it is 0; ∞ where there is no such limit.</summary>
    /// <param name="f">The function.</param>
    public double SettlesFrom(Activation f) =>
        Math.Min(First(x => IsRoundedTo(f.Of(double.PositiveInfinity), f.Of(x))), First(x => IsRoundedTo(f.Of(double.NegativeInfinity), f.Of(-x))));

    /// <summary>The smallest |x| at which the slope is rounded to 0, though it is not; ∞ where there is none up to 64.</summary>
    /// <param name="f">The function.</param>
    public double SlopeVanishesFrom(Activation f) => First(x => IsLost(f.Slope(x)) || IsLost(f.Slope(-x)));

    /// <inheritdoc/>
    public override string ToString() => Name;

    private bool IsBeyond(double value) => Math.Abs(value) > Greatest && double.IsFinite(value);

    private bool IsLost(double slope) => slope != 0 && Math.Abs(slope) < Least / 2;

    private bool IsRoundedTo(double limit, double value) =>
        double.IsFinite(limit) && limit != 0 && value != limit && Math.Abs(value - limit) < Epsilon / 4 * Math.Abs(limit);

    private static double First(Func<double, bool> holds)
    {
        for (var x = Step; x <= Reach; x += Step)
        {
            if (holds(x))
            {
                return x;
            }
        }
        return double.PositiveInfinity;
    }
}
