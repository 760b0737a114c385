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

        foreach (var s in survey.Segments.Where(s => !survey.IsJump(s)))
        {
            foreach (var root in Within(survey, s))
            {
                Add(roots, root);
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
                break;
            }

            (low, high) = IsOpposite(atLow, value) ? (low, middle) : (middle, high);
        }

        return new(low, high);
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
