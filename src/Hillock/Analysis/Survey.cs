namespace Hillock;

/// <summary>A curve from −reach to reach in segments on each of which its direction is decided, or open and as narrow as can be.</summary>
internal sealed class Survey
{
    /// <summary>How many intervals are looked at; a wave of very high frequency would take them all.</summary>
    private const int MostTries = 40_000;

    // Two sides that differ by more than this did not come near each other by rounding or by the width between them.
    private const double Apart = 1e-6;

    private readonly Enclosure f;
    private readonly Curve curve;
    private readonly List<Segment> segments = [];
    private int tries = MostTries;

    private Survey(Enclosure f, Curve curve) => (this.f, this.curve) = (f, curve);

    /// <summary>The segments from left to right, each beginning where the last one ends.</summary>
    public IReadOnlyList<Segment> Segments => segments;

    /// <summary>Where the curve jumps.</summary>
    public IEnumerable<Bracket> Jumps => segments.Where(IsJump).Select(s => new Bracket(s.Low, s.High));

    /// <summary>Where it is continuous and its rate jumps.</summary>
    public IEnumerable<Bracket> Kinks => segments.Where(s => s.IsSeam && !IsJump(s) && Differ(curve.Rate(At(s.Low)), curve.Rate(At(s.High)), 0)).Select(s => new Bracket(s.Low, s.High));

    public static Survey Of(Enclosure f, Curve curve, double reach)
    {
        var survey = new Survey(f, curve);
        survey.Halve(-reach, 0);
        survey.Halve(0, reach);
        return survey;
    }

    /// <summary>The curve at one place.</summary>
    public Interval Value(double x) => curve.Of(At(x));

    /// <summary>Least and greatest values here and on both sides.</summary>
    public (Bracket Least, Bracket Greatest) Range((Bracket Least, Bracket Greatest) left, (Bracket Least, Bracket Greatest) right)
    {
        var (least, greatest) = (Bracket.Min(left.Least, right.Least), Bracket.Max(left.Greatest, right.Greatest));
        foreach (var segment in segments)
        {
            foreach (var x in new[] { segment.Low, segment.High, new Interval(segment.Low, segment.High).Middle })
            {
                var at = Value(x);
                (least, greatest) = (Bracket.Min(least, new(at.Low, at.High)), Bracket.Max(greatest, new(at.Low, at.High)));
            }

            // Where the direction is open, bounds may lie beyond what is attained.
            if (segment.Direction is null)
            {
                least = least with { Low = Math.Min(least.Low, segment.Values.Low) };
                greatest = greatest with { High = Math.Max(greatest.High, segment.Values.High) };
            }
        }

        return (least, greatest);
    }

    /// <summary>The pieces with one direction, up to what is known on both sides.</summary>
    public IReadOnlyList<Piece> Pieces(Direction? left, Direction? right)
    {
        var pieces = new List<Piece>();
        var (from, to) = (segments[0].Low, segments[^1].High);
        var mayJoin = true;
        Add(new(double.NegativeInfinity, from, left, false, 0));
        segments.ForEach(Add);
        Add(new(to, double.PositiveInfinity, right, false, 0));
        return pieces;

        void Add(Segment s)
        {
            if (s.Direction is not { } direction)
            {
                mayJoin &= !double.IsInfinity(s.Low) && !double.IsInfinity(s.High) && !IsJump(s);
                return;
            }

            if (mayJoin && pieces.Count > 0 && pieces[^1].Direction == direction)
            {
                pieces[^1] = pieces[^1] with { To = s.High };
            }
            else
            {
                pieces.Add(new(s.Low, s.High, direction));
            }

            mayJoin = true;
        }
    }

    /// <summary>Where the curve turns without jumping.</summary>
    public IEnumerable<Turn> Turns()
    {
        Segment? last = null;
        Interval? between = null;
        foreach (var s in segments)
        {
            if (s.Direction is null)
            {
                last = IsJump(s) ? null : last;
                between = between is { } values ? Interval.Hull(values, s.Values) : s.Values;
                continue;
            }

            if (last is { } before && s.Direction != Direction.Constant && before.Direction != Direction.Constant && s.Direction != before.Direction)
            {
                yield return new(new(before.High, s.Low), Bracket.Of(between ?? Value(s.Low)), s.Direction == Direction.Rising);
            }

            (last, between) = (s, null);
        }
    }

    /// <summary>Whether the curve is on the other side of a seam elsewhere, and not only as far as it may have gone within.</summary>
    public bool IsJump(Segment s)
    {
        if (!s.IsSeam)
        {
            return false;
        }

        var (low, high) = (At(s.Low), At(s.High));
        var rate = Interval.Abs(Interval.Hull(curve.Rate(low), curve.Rate(high))).High;
        return Differ(curve.Of(low), curve.Of(high), 2 * rate * (s.High - s.Low));
    }

    private static bool Differ(Interval a, Interval b, double allowed) =>
        Interval.Abs(a - b).Low > allowed + (Apart * Math.Max(1, Interval.Abs(a).Low));

    private Jet At(double x) => f.Over(x);

    private void Halve(double low, double high)
    {
        var x = new Interval(low, high);
        var jet = f.Over(x);
        var (values, rate) = (curve.Of(jet), curve.Rate(jet));
        var isOpen = values.IsBroken || rate.IsBroken || (rate.Low < 0 && rate.High > 0);
        if (!isOpen)
        {
            segments.Add(new(low, high, rate.High > 0 ? Direction.Rising : rate.Low < 0 ? Direction.Falling : Direction.Constant, false, values));
        }
        else if (high - low <= curve.Finest * Math.Max(1, Math.Max(-low, high)) || tries-- <= 0)
        {
            segments.Add(new(low, high, null, values.IsBroken || rate.IsBroken, values));
        }
        else
        {
            Halve(low, x.Middle);
            Halve(x.Middle, high);
        }
    }
}
