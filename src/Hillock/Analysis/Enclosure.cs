namespace Hillock;

/// <summary>Bounds of a function, its slope and its curvature over one interval, or of that and its tails.</summary>
internal abstract class Enclosure
{
    /// <summary>Bounds over an interval as the expressions give them.</summary>
    protected abstract Jet Written(Interval x);

    /// <summary>What both bounds of one value leave.</summary>
    protected static Interval Both(Interval written, Interval byMean) => Interval.TryIntersect(written, byMean, out var both) ? both : written;

    /// <summary>Value and slope for all x from an end on.</summary>
    public abstract Dual<Tail> Beyond(Tail x);

    /// <summary>f(−x) beside f(x), for x above 0.</summary>
    public abstract (Mirrored Right, Mirrored Left) Mirror();

    /// <summary>Bounds over an interval: as written, and from the middle by the mean value theorem, whose error is that of the width squared.</summary>
    public Jet Over(Interval x)
    {
        var written = Written(x);
        if (x.Width == 0 || double.IsInfinity(x.Width) || written.Value.IsBroken || written.Slope.IsBroken)
        {
            return written;
        }

        var (middle, apart) = (Written(x.Middle), x - x.Middle);
        var slope = written.Curvature.IsBroken ? written.Slope : Both(written.Slope, middle.Slope + (written.Curvature * apart));
        return new(Both(written.Value, middle.Value + (slope * apart)), slope, written.Curvature);
    }
}

/// <summary>Bounds of value, slope and curvature.</summary>
internal readonly record struct Jet(Interval Value, Interval Slope, Interval Curvature);

/// <inheritdoc/>
internal sealed class Enclosure<F>(F f) : Enclosure
    where F : struct, IActivation
{
    public override Dual<Tail> Beyond(Tail x) => f.Of(new Dual<Tail>(x, 1));

    public override (Mirrored Right, Mirrored Left) Mirror() => (f.Of(Mirrored.X), f.Of(-Mirrored.X));

    protected override Jet Written(Interval x)
    {
        var result = f.Of(new Dual<Dual<Interval>>(new(x, 1), new(1, 0)));

        // The slope of the value and the value of the slope are the same, bounded by different rules.
        return new(result.Value.Value, Both(result.Slope.Value, result.Value.Slope), result.Slope.Slope);
    }
}
