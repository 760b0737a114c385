namespace Hillock;

/// <summary>Where a function is 0.</summary>
internal static class Roots
{
    // A root is looked for until its bracket is this share of x, or of 1.
    private const double Finest = 1.0 / (1L << 40);

    /// <summary>One root in each segment that rises or falls through 0, all of those that stay there, and places that are exactly 0.</summary>
    public static IReadOnlyList<Bracket> Of(Survey survey, End left, End right)
    {
        var roots = new List<Bracket>();
        if (left.Direction == Direction.Constant && IsZero(survey.Value(survey.Segments[0].Low)))
        {
            roots.Add(new(double.NegativeInfinity, survey.Segments[0].Low));
        }

        for (var i = 0; i < survey.Segments.Count; i++)
        {
            if (survey.IsJump(survey.Segments[i]))
            {
                continue;
            }

            foreach (var root in Within(survey, survey.Segments[i]))
            {
                Add(roots, root);
            }

            if (i + 1 < survey.Segments.Count && Between(survey, survey.Segments[i], survey.Segments[i + 1]) is { } border)
            {
                Add(roots, border);
            }
        }

        if (right.Direction == Direction.Constant && IsZero(survey.Value(survey.Segments[^1].High)))
        {
            Add(roots, new(survey.Segments[^1].High, double.PositiveInfinity));
        }

        return roots;
    }

    private static IEnumerable<Bracket> Within(Survey survey, Segment s)
    {
        var (low, high) = (survey.Value(s.Low), survey.Value(s.High));
        if (s.Direction == Direction.Constant && IsZero(low))
        {
            return [new(s.Low, s.High)];
        }

        return IsZero(low) || IsZero(high) ? new[] { (s.Low, low), (s.High, high) }.Where(end => IsZero(end.Item2)).Select(end => new Bracket(end.Item1, end.Item1))
            : IsOpposite(low, high) ? [Crossing(survey, s.Low, s.High, low)]
            : [];
    }

    /// <summary>The root where two segments meet, if there the sign is not certain and on both sides it is, and another.</summary>
    private static Bracket? Between(Survey survey, Segment left, Segment right)
    {
        var (border, low, high) = (survey.Value(left.High), survey.Value(left.Low), survey.Value(right.High));
        return border.Contains(0) && !IsZero(border) && IsOpposite(low, high) && !survey.IsJump(right)
            ? new(Certain(survey, left.Low, left.High), Certain(survey, right.High, right.Low))
            : null;
    }

    /// <summary>Halves what changes its sign as long as the sign in the middle is certain.</summary>
    private static Bracket Crossing(Survey survey, double low, double high, Interval atLow)
    {
        while (high - low > Finest * Math.Max(1, Math.Abs(low)))
        {
            var middle = new Interval(low, high).Middle;
            var value = survey.Value(middle);
            if (IsZero(value))
            {
                return new(middle, middle);
            }

            if (value.Contains(0))
            {
                return new(Certain(survey, low, middle), Certain(survey, high, middle));
            }

            (low, high) = IsOpposite(atLow, value) ? (low, middle) : (middle, high);
        }

        return new(low, high);
    }

    /// <summary>From a place where the sign is certain towards one where it is not, as near as it stays so.</summary>
    private static double Certain(Survey survey, double certain, double uncertain)
    {
        while (Math.Abs(uncertain - certain) > Finest * Math.Max(1, Math.Abs(certain)))
        {
            var middle = new Interval(Math.Min(certain, uncertain), Math.Max(certain, uncertain)).Middle;
            (certain, uncertain) = survey.Value(middle).Contains(0) ? (certain, middle) : (middle, uncertain);
        }

        return certain;
    }

    private static bool IsZero(Interval x) => x.Low == 0 && x.High == 0;

    private static bool IsOpposite(Interval a, Interval b) => (a.High < 0 && b.Low > 0) || (a.Low > 0 && b.High < 0);

    private static void Add(List<Bracket> roots, Bracket root)
    {
        if (roots.Count > 0 && root.Low <= roots[^1].High)
        {
            roots[^1] = roots[^1] with { High = Math.Max(roots[^1].High, root.High) };
        }
        else
        {
            roots.Add(root);
        }
    }
}
