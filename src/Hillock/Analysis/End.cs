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

    /// <summary>How far out, in powers of two, where it is not told from the reach on.</summary>
    private static readonly int[] Farther = [40, 200, 900];

    internal static End Of(Enclosure f, double reach, int side)
    {
        var tail = Beyond(f, reach, side);
        Tail[] all = [tail.Value, .. Farther.Select(power => Beyond(f, Math.ScaleB(1, power), side).Value)];
        var limit = all.Select(Limited).FirstOrDefault(bracket => bracket.Exists, Bracket.None);
        return new(
            limit,
            tail.Value.IsStraight ? new(Bracket.Of(tail.Value.Linear / (side * reach)), Bracket.Of(tail.Value.Constant)) : null,
            Extent(tail.Value, limit),
            Extent(tail.Slope, Limited(tail.Slope)),
            tail.Slope.Sign switch { 2 => Hillock.Direction.Constant, 1 => Hillock.Direction.Rising, -1 => Hillock.Direction.Falling, _ => null });
    }

    private static Dual<Tail> Beyond(Enclosure f, double reach, int side) => f.Beyond(side < 0 ? -Tail.From(reach) : Tail.From(reach));

    private static Bracket Limited(Tail tail)
    {
        if (tail.Infinity is not 0 and var infinity)
        {
            return new(infinity, infinity);
        }

        var limit = tail.Settles ? tail.Constant : tail.Values;
        return limit.Width <= Settled * Math.Max(1, Math.Abs(limit.Low)) ? Bracket.Of(limit) : Bracket.None;
    }

    /// <summary>The bounds of the values: not beyond what the tail shows, and not short of the limit.</summary>
    private static (Bracket Least, Bracket Greatest) Extent(Tail tail, Bracket limit)
    {
        var values = tail.Values;
        return limit.Exists
            ? (new(Math.Min(values.Low, limit.Low), limit.High), new(limit.Low, Math.Max(values.High, limit.High)))
            : (new(values.Low, double.PositiveInfinity), new(double.NegativeInfinity, values.High));
    }
}

/// <summary>A line slope·x + intercept.</summary>
/// <param name="Slope">Its slope.</param>
/// <param name="Intercept">Its value at 0.</param>
public readonly record struct Asymptote(Bracket Slope, Bracket Intercept);
