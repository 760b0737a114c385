namespace Hillock;

/// <summary>A curve from −reach to reach in segments on each of which its direction is decided, or open and as narrow as can be.</summary>
internal sealed class Survey
{
    /// <summary>How many intervals are looked at; a wave of very high frequency would take them all.</summary>
    private const int MostTries = 20_000;

    // Two sides that differ by more than this did not come near each other by rounding or by the width between them.
    private const double Apart = 1e-6;

    // Where all is about to underflow, signs of differences are not decided by halving.
    private const double Faint = 1e-150;

    private readonly Enclosure f;
    private readonly Curve curve;
    private readonly List<Segment> segments = [];
    private int tries = MostTries;

    private Survey(Enclosure f, Curve curve) => (this.f, this.curve) = (f, curve);

    /// <summary>Places far out, where what grows and oscillates is great.</summary>
    private static IEnumerable<double> Witnesses => Enumerable.Range(0, 32).Select(i => (i % 2 == 0 ? 1 : -1) * Math.ScaleB(1, 10 + (32 * i)));

    /// <summary>The segments from left to right, each beginning where the last one ends.</summary>
    public IReadOnlyList<Segment> Segments => segments;

    /// <summary>Whether it is seen to have a pole: a place without bounds.</summary>
    public bool HasPole => segments.Any(s => !double.IsFinite(s.Values.Width));

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
        foreach (var at in Witnesses.Select(Value))
        {
            (least, greatest) = (least with { High = Math.Min(least.High, at.High) }, greatest with { Low = Math.Max(greatest.Low, at.Low) });
        }

        foreach (var segment in segments)
        {
            var middle = segment.IsSeam ? segment.Low : new Interval(segment.Low, segment.High).Middle;
            foreach (var x in new[] { segment.Low, middle, segment.High })
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
        Direction? leap = null;
        Add(new(double.NegativeInfinity, from, left, false, 0));
        segments.ForEach(Add);
        Add(new(to, double.PositiveInfinity, right, false, 0));
        return pieces;

        void Add(Segment s)
        {
            if (s.Direction is not { } direction)
            {
                mayJoin &= !double.IsInfinity(s.Low) && !double.IsInfinity(s.High);
                if (IsJump(s))
                {
                    var way = Leap(s);
                    mayJoin &= way is not null && (leap ?? way) == way;
                    leap = way;
                }

                return;
            }

            // What rises before a jump up and after it rises all along.
            if (mayJoin && pieces.Count > 0 && pieces[^1].Direction == direction && (leap ?? direction) == direction)
            {
                pieces[^1] = pieces[^1] with { To = s.High };
            }
            else
            {
                pieces.Add(new(s.Low, s.High, direction));
            }

            (mayJoin, leap) = (true, null);
        }
    }

    /// <summary>The one way that the curve goes all through, or stays, jumps included; <c>null</c> where it turns, or that is not known.</summary>
    public Direction? Throughout
    {
        get
        {
            Direction?[] ways = [.. segments.Select(s => s.Direction ?? (s.IsSeam ? Leap(s) : null)).OfType<Direction?>().Distinct()];
            Direction?[] moves = [.. ways.Where(way => way != Direction.Constant)];
            var isOpen = segments.Any(s => s.Direction is null && (s.IsSeam ? IsJump(s) && Leap(s) is null : !IsNarrow(s.Low, s.High)));
            return isOpen || ways.Length == 0 ? null : moves switch { [] => Direction.Constant, [var one] => one, _ => null };
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

    /// <summary>Which way it jumps there.</summary>
    private Direction? Leap(Segment s) =>
        Value(s.High).Low > Value(s.Low).High ? Direction.Rising : Value(s.High).High < Value(s.Low).Low ? Direction.Falling : null;

    private static bool Differ(Interval a, Interval b, double allowed) =>
        Interval.Abs(a - b).Low > allowed + (Apart * Math.Max(1, Interval.Abs(a).Low));

    private Jet At(double x) => f.Over(x);

    private void Halve(double low, double high)
    {
        var x = new Interval(low, high);
        var jet = f.Over(x);
        var (values, rate) = (curve.Of(jet), curve.Rate(jet));
        var isSeam = values.IsBroken || rate.IsBroken;
        if (!isSeam && (rate.Low >= 0 || rate.High <= 0))
        {
            segments.Add(new(low, high, rate.High > 0 ? Direction.Rising : rate.Low < 0 ? Direction.Falling : Direction.Constant, false, values));
            return;
        }

        // A seam is halved until no double lies between.
        var width = high - low;
        var isNarrow = IsNarrow(low, high);
        var middle = isNarrow ? Nearer(low, high) : x.Middle;
        if (isSeam ? middle == low || middle == high || (width < Faint && low != 0 && high != 0) : isNarrow || Interval.Abs(rate).High < Faint)
        {
            Leave(low, high, isSeam, values);
        }
        else if (tries-- <= 0)
        {
            Leave(low, high, isSeam: false, values);
        }
        else
        {
            Halve(low, middle);
            Halve(middle, high);
        }
    }

    private bool IsNarrow(double low, double high) => high - low <= curve.Finest * Math.Max(1, Math.Max(-low, high));

    /// <summary>Between them; towards 0, where doubles are without end, in great strides.</summary>
    private static double Nearer(double low, double high)
    {
        const double Stride = 1.0 / (1L << 40);
        return low == 0 ? Math.Max(high * Stride, double.Epsilon) : high == 0 ? Math.Min(low * Stride, -double.Epsilon) : new Interval(low, high).Middle;
    }

    private void Leave(double low, double high, bool isSeam, Interval values)
    {
        if (segments.Count > 0 && segments[^1] is { Direction: null } last && last.IsSeam == isSeam && last.High == low)
        {
            segments.RemoveAt(segments.Count - 1);
            (low, values) = (last.Low, Interval.Hull(last.Values, values));
        }

        // Where rounding hides which of two expressions holds, what counts is what they are on both sides of those few doubles.
        segments.Add(new(low, high, null, isSeam, isSeam ? Interval.Hull(Value(low), Value(high)) : values));
    }
}
