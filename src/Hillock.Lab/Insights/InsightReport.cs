using System.Globalization;

namespace Hillock.Lab;

/// <summary>An <see cref="Insight"/> in lines, each with its label.</summary>
public static class InsightReport
{
    // As many as one wants to read of a wave.
    private const int Most = 8;

    // From here on powers of ten are easier to read.
    private const double Great = 1e15;

    /// <summary>What is looked for near 0 only.</summary>
    public static string Near0 { get; } = string.Create(CultureInfo.InvariantCulture, $"zeros, turns, curvature and kinks from −{Shape.Reach} to {Shape.Reach}");

    /// <summary>All lines; those without a text have nothing to say of this function.</summary>
    public static IEnumerable<(string Label, string Text)> Lines(Insight insight)
    {
        ArgumentNullException.ThrowIfNull(insight);
        return insight.Undefined.Count == 0 ? Defined(insight) : WithGaps(insight);
    }

    /// <summary>What an evaluation costs.</summary>
    public static string Counted(OperationCount cost) => $"{cost.Primitives} transcendental, {cost.Divisions} divisions and roots, {cost.Arithmetic} other operations";

    /// <summary>What comes out of standard normal inputs.</summary>
    public static string Expected(Moments moments) => $"mean {Short(moments.Mean)}, E f² {Short(moments.Square)}, E f′² {Short(moments.SlopeSquare)}";

    /// <summary>Of what has no number for some x little can be said: nothing is proved across gaps, and nothing is expected of normal inputs.</summary>
    private static IEnumerable<(string Label, string Text)> WithGaps(Insight insight)
    {
        var shape = insight.Proved;
        yield return ("no number", $"for {Several(insight.Undefined, NearestTo0, Zone)}; so it has no moments, gains or critical weights, and nothing is proved of it");
        yield return ("far out", string.Join("; ", new[] { (shape.Left, "−∞"), (shape.Right, "∞") }.Where(end => !double.IsNaN(end.Item1.Limit)).Select(end => Far(end.Item1, end.Item2))));
        yield return ("saturated", Saturated(insight));
        yield return Speed(insight);
    }

    private static IEnumerable<(string Label, string Text)> Defined(Insight insight)
    {
        var shape = insight.Proved;
        yield return ("proved", $"values {Span(shape.Least, shape.Greatest, shape.IsRangeTight)}, slopes {Span(shape.LeastSlope, shape.GreatestSlope, shape.AreSlopesTight)}; {Mirrored(shape.Parity)}");
        yield return ("direction", Directions(shape));
        yield return ("curvature", Curvatures(shape));
        yield return ("minima", Turns(shape.Extremes.Where(turn => turn.IsMinimum)));
        yield return ("maxima", Turns(shape.Extremes.Where(turn => !turn.IsMinimum)));
        yield return ("kinks", Several(shape.Kinks, kink => kink, Short));
        yield return ("zeros", string.Join(", ", new[] { Several(shape.ZeroWithin, NearestTo0, ClosedZone), Several(shape.Zeros, zero => zero, Short) }.Where(text => text.Length > 0)));
        yield return ("jumps", string.Join(", ", shape.Jumps.Select(Short)));
        yield return ("far out", $"{Far(shape.Left, "−∞")}; {Far(shape.Right, "∞")}");
        yield return ("Lipschitz", double.IsNaN(shape.Lipschitz) ? ""
            : double.IsInfinity(shape.Lipschitz) ? "no bound"
            : $"{Short(shape.Lipschitz)} times as far apart as their inputs are two values at most");
        yield return ("saturated", Saturated(insight));
        yield return ("gains", $"{Gain(insight.ForwardGain)} keeps the signal's size, {Gain(insight.BackwardGain)} the gradients'{(insight.SelfNormalising ? "; self-normalising" : "")}");
        yield return ("critical", Critical(insight));
        yield return ("nearest", string.Join(", ", insight.Nearest.Select(near => $"{near.Name} ({Rough(near.Distance)})")));
        yield return Speed(insight);
    }

    /// <summary>Six decimals at most, ∞ and "none" in words.</summary>
    public static string Short(double value) => double.IsInfinity(value) ? (value > 0 ? "∞" : "−∞")
        : double.IsNaN(value) ? "none"
        : Math.Abs(value) >= Great ? Signed(Power(value, "G6"))
        : Signed((Math.Abs(value) < 5e-7 ? 0 : value).ToString("0.######", CultureInfo.InvariantCulture));

    /// <summary>All digits that a person has written, great numbers as powers of ten.</summary>
    public static string Exact(double value) =>
        Signed(Math.Abs(value) < Great ? value.ToString("0.################", CultureInfo.InvariantCulture) : Power(value, "R"));

    /// <summary>Numbers to be read have the sign of minus that formulas have; numbers to be typed again have the hyphen.</summary>
    public static string Signed(string number)
    {
        ArgumentNullException.ThrowIfNull(number);
        return number.Replace('-', '−');
    }

    /// <summary>Those nearest to 0, in their order, and how many more there are.</summary>
    public static string Several<T>(IReadOnlyList<T> all, Func<T, double> at, Func<T, string> text)
    {
        ArgumentNullException.ThrowIfNull(all);
        ArgumentNullException.ThrowIfNull(text);
        double[] places = [.. all.Select(item => Math.Abs(at(item)))];
        var shown = Enumerable.Range(0, places.Length).OrderBy(i => places[i]).Take(Most).Order();
        return string.Join(", ", shown.Select(i => text(all[i]))) + (all.Count > Most ? $", and {all.Count - Most} more" : "");
    }

    private static string Saturated(Insight insight) => Several(insight.Saturated, NearestTo0, Zone) is { Length: > 0 } zones
        ? $"|f′| < {Short(Saturation.Threshold)} for {zones}"
        : "nowhere";

    private static (string Label, string Text) Speed(Insight insight) =>
        ("speed", double.IsNaN(insight.NsPerElement) ? "" : $"{Rough(insight.NsPerElement)} ns per element here, float32, one thread");

    private static string Gain(double gain) => gain is > 0 and < double.PositiveInfinity ? Short(gain) : "none";

    /// <summary>1e300, as one types it.</summary>
    private static string Power(double value, string format) =>
        value.ToString(format, CultureInfo.InvariantCulture).Replace("E+", "e", StringComparison.Ordinal);

    private static string Rough(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);

    private static double NearestTo0(Saturation zone) => Math.Min(Math.Abs(zone.From), Math.Abs(zone.To));

    private static string Turns(IEnumerable<ProvedTurn> turns) =>
        Several([.. turns], turn => turn.X, turn => $"{Short(turn.Value)} at {Short(turn.X)}");

    private static string Span(double least, double greatest, bool isTight) =>
        double.IsInfinity(least) && double.IsInfinity(greatest) && !isTight ? "not bounded by proof"
        : $"{(isTight ? "from" : "not beyond")} {Bound(least)} {(isTight ? "to" : "and")} {Bound(greatest)}";

    private static string Bound(double value) => double.IsNaN(value) ? "what is not known" : Short(value);

    private static string Mirrored(Parity parity) => parity switch
    {
        Parity.Odd => "odd",
        Parity.Even => "even",
        Parity.Neither => "neither odd nor even",
        _ => "odd or even: not decided",
    };

    /// <summary>"falls to −0.75, rises": neighbours that go the same way are one.</summary>
    private static string Directions(ProvedShape shape)
    {
        var pieces = Joined(shape.Pieces, shape.Jumps);
        var shown = pieces.Take(Most).Select(piece => $"{Verb(piece.Direction)}{(double.IsPositiveInfinity(piece.To) ? "" : $" to {Short(piece.To)}")}");
        return string.Join(", ", shown) + (pieces.Count > Most ? $", and {pieces.Count - Most} more" : "");
    }

    /// <summary>"concave to −1.41, convex to 1.41, concave": at kinks it begins anew, unless they bend the same way.</summary>
    private static string Curvatures(ProvedShape shape)
    {
        if (shape.Curvature is { } throughout)
        {
            return Bend(throughout);
        }

        var pieces = Joined(shape.Bends, [.. shape.Kinks, .. shape.Jumps]);

        // Between pieces lies the narrow one that holds the turn.
        var shown = pieces.Take(Most).Select((piece, i) =>
            Bend(piece.Direction) + (i == pieces.Count - 1 ? "" : $" to {Short(new Bracket(piece.To, pieces[i + 1].From).Value)}"));
        return string.Join(", ", shown) + (pieces.Count > Most ? $", and {pieces.Count - Most} more up to {Short(pieces[^1].To)}" : "");
    }

    /// <summary>Neighbours that go the same way as one, unless one of some places lies between them.</summary>
    private static List<Piece> Joined(IReadOnlyList<Piece> all, IReadOnlyList<double> borders)
    {
        const double Near = 1e-6;
        var pieces = new List<Piece>();
        foreach (var piece in all)
        {
            if (pieces.Count > 0 && pieces[^1].Direction == piece.Direction && !borders.Any(b => Math.Abs(b - pieces[^1].To) < Near))
            {
                pieces[^1] = pieces[^1] with { To = piece.To };
            }
            else
            {
                pieces.Add(piece);
            }
        }

        return pieces;
    }

    private static string Bend(Direction direction) => direction switch
    {
        Direction.Rising => "convex",
        Direction.Falling => "concave",
        _ => "straight",
    };

    private static string Verb(Direction direction) => direction switch
    {
        Direction.Rising => "rises",
        Direction.Falling => "falls",
        _ => "stays",
    };

    private static string Far(ProvedEnd end, string where) =>
        end.Slope is { } slope && end.Intercept is { } intercept && slope != 0 && double.IsFinite(slope) && double.IsFinite(intercept)
            ? $"like {Line(slope, intercept)} towards {where}"
            : double.IsNaN(end.Limit) ? $"no limit known at {where}" : $"{Short(end.Limit)} at {where}";

    private static string Line(double slope, double intercept)
    {
        var times = Math.Abs(slope - 1) < 5e-7 ? "x" : Math.Abs(slope + 1) < 5e-7 ? "−x" : $"{Short(slope)}·x";
        return Math.Abs(intercept) < 5e-7 ? times : $"{times} {(intercept < 0 ? "−" : "+")} {Short(Math.Abs(intercept))}";
    }

    private static string Zone(Saturation zone) => Zone(zone, "<", ">");

    private static string ClosedZone(Saturation zone) => Zone(zone, "≤", "≥");

    private static string Zone(Saturation zone, string below, string above) => (zone.From, zone.To) switch
    {
        (double.NegativeInfinity, double.PositiveInfinity) => "every x",
        (double.NegativeInfinity, _) => $"x {below} {Short(zone.To)}",
        (_, double.PositiveInfinity) => $"x {above} {Short(zone.From)}",
        _ => $"{Short(zone.From)} {below} x {below} {Short(zone.To)}",
    };

    private static string Critical(Insight insight)
    {
        var points = insight.Critical.Select(point => point.Biases == 0
            ? $"σ_w² = {Short(point.Weights)} without biases"
            : $"{Short(point.Weights)} with σ_b² = {Short(point.Biases)}").ToList();
        if (insight.HalfStable is { } half)
        {
            points.Add($"half-stable {Short(half.Weights)} with {Short(half.Biases)}");
        }

        return points.Count > 0 ? string.Join(", ", points) : "none: gradients vanish or explode with depth, whatever the weights";
    }
}
