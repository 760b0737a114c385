namespace Hillock;

/// <summary>What a function does towards −∞ or ∞.</summary>
/// <param name="Limit">Its limit, which may be infinite; <see cref="Bracket.None"/> where none is proved.</param>
/// <param name="Asymptote">The line that it approaches; <c>null</c> where none is proved.</param>
/// <param name="Values">Least and greatest values from the reach on.</param>
/// <param name="Slopes">Least and greatest slopes from the reach on.</param>
/// <param name="Direction">Which way it goes from the reach on; <c>null</c> where that is not known.</param>
public sealed record End(
    Bracket Limit, Asymptote? Asymptote, (Bracket Least, Bracket Greatest) Values, (Bracket Least, Bracket Greatest) Slopes, Direction? Direction)
{
    // What differs by less from some place on is taken for a limit: it has one or stays that close to one number.
    private const double Settled = 1e-9;

    private const double Faint = 1e-300;

    /// <summary>How much farther each stride goes.</summary>
    private const double Stride = 1.25;

    /// <summary>How often one is halved where it is not seen to go one way.</summary>
    private const int Halvings = 6;

    /// <summary>How far out, in powers of two, where it is not told from the reach on.</summary>
    private static readonly int[] Farther = [40, 200, 900];

    internal static End Of(Enclosure f, double reach, int side)
    {
        var tail = Beyond(f, reach, side);
        Dual<Tail>[] all = [tail, .. Farther.Select(power => Beyond(f, Math.ScaleB(1, power), side))];
        var limit = LimitOf(all.Select(t => t.Value));
        return new(
            limit,
            tail.Value.IsStraight ? new(Bracket.Of(tail.Value.Linear / (side * reach)), Bracket.Of(tail.Value.Constant)) : null,
            Extent(f, Curve.Values, side * reach, tail.Value, all[1].Value, limit),
            Extent(f, Curve.Slopes, side * reach, tail.Slope, all[1].Slope, LimitOf(all.Select(t => t.Slope))),
            DirectionOf(tail.Slope));
    }

    /// <summary>Which way it goes by the sign of its slope, if that is not the sign of a number that has underflowed.</summary>
    private static Direction? DirectionOf(Tail slope) => slope.Sign switch
    {
        2 => Hillock.Direction.Constant,
        _ when slope.Constant.Width > 0 && Interval.Abs(slope.Constant).High < Faint => null,
        1 => Hillock.Direction.Rising,
        -1 => Hillock.Direction.Falling,
        _ => null,
    };

    private static Dual<Tail> Beyond(Enclosure f, double reach, int side) => f.Beyond(side < 0 ? -Tail.From(reach) : Tail.From(reach));

    private static Bracket LimitOf(IEnumerable<Tail> tails) => tails.Select(Limited).FirstOrDefault(bracket => bracket.Exists, Bracket.None);

    private static Bracket Limited(Tail tail)
    {
        if (tail.Infinity is not 0 and var infinity)
        {
            return new(infinity, infinity);
        }

        var limit = tail.Settles ? tail.Constant : tail.Values;
        return double.IsFinite(limit.Width) && limit.Width <= Settled * Math.Max(1, Math.Abs(limit.Low)) ? Bracket.Of(limit) : Bracket.None;
    }

    /// <summary>The bounds of a curve from a place on: not beyond what the tail shows, and not short of the limit.</summary>
    private static (Bracket Least, Bracket Greatest) Extent(Enclosure f, Curve curve, double from, Tail tail, Tail farther, Bracket limit)
    {
        if (!limit.Exists)
        {
            return (new(tail.Values.Low, double.PositiveInfinity), new(double.NegativeInfinity, tail.Values.High));
        }

        // What approaches its limit slowly is looked at in strides before it is followed to infinity.
        var (values, at) = (tail.Values, curve.Of(f.Over(from)));
        if (!double.IsInfinity(limit.Low) && (values.Low < Math.Min(at.Low, limit.Low) - Settled || values.High > Math.Max(at.High, limit.High) + Settled))
        {
            var strided = farther.Values;
            for (var x = from; Math.Abs(x) < Math.ScaleB(1, Farther[0]); x *= Stride)
            {
                strided = Interval.Hull(strided, Within(f, curve, Math.Min(x, x * Stride), Math.Max(x, x * Stride), Halvings));
            }

            values = Interval.TryIntersect(values, strided, out var both) ? both : values;
        }

        return (new(Math.Min(values.Low, limit.Low), limit.High), new(limit.Low, Math.Max(values.High, limit.High)));
    }

    /// <summary>Bounds of a curve between two places: what it is at both where it goes one way, otherwise those of both halves.</summary>
    private static Interval Within(Enclosure f, Curve curve, double low, double high, int halvings)
    {
        var jet = f.Over(new(low, high));
        var (values, rate, middle) = (curve.Of(jet), curve.Rate(jet), new Interval(low, high).Middle);
        return !rate.IsBroken && !values.IsBroken && (rate.Low >= 0 || rate.High <= 0) ? Interval.Hull(curve.Of(f.Over(low)), curve.Of(f.Over(high)))
            : halvings == 0 ? values
            : Interval.Hull(Within(f, curve, low, middle, halvings - 1), Within(f, curve, middle, high, halvings - 1));
    }
}

/// <summary>A line slope·x + intercept.</summary>
/// <param name="Slope">Its slope.</param>
/// <param name="Intercept">Its value at 0.</param>
public readonly record struct Asymptote(Bracket Slope, Bracket Intercept);
