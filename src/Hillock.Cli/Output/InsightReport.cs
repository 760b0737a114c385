using System.Globalization;

namespace Hillock.Cli;

/// <summary>An <see cref="Insight"/> in lines, each with its label.</summary>
internal static class InsightReport
{
    // As many as one wants to read of a wave.
    private const int Most = 8;

    public static IEnumerable<(string Label, string Text)> Lines(Insight insight)
    {
        var shape = insight.Proved;
        var undefined = insight.Undefined.Count > 0;
        yield return ("no number", undefined ? $"for {Several(insight.Undefined, NearestTo0, Zone)}" : "");
        yield return ("proved", $"values {Span(shape.Least, shape.Greatest, shape.IsRangeTight)}, slopes {Span(shape.LeastSlope, shape.GreatestSlope, shape.AreSlopesTight)}; {Mirrored(shape.Parity)}");
        yield return ("direction", undefined ? "" : Directions(shape));
        yield return ("curvature", undefined ? "" : Curvatures(shape));
        yield return ("minima", undefined ? "" : Turns(shape.Extremes.Where(turn => turn.IsMinimum)));
        yield return ("maxima", undefined ? "" : Turns(shape.Extremes.Where(turn => !turn.IsMinimum)));
        yield return ("kinks", Several(shape.Kinks, kink => kink, Short));
        yield return ("zeros", string.Join(", ", new[] { Several(shape.ZeroWithin, NearestTo0, Zone), Several(shape.Zeros, zero => zero, Short) }.Where(text => text.Length > 0)));
        yield return ("jumps", string.Join(", ", shape.Jumps.Select(Short)));
        yield return ("far out", $"{Far(shape.Left, "−∞")}; {Far(shape.Right, "∞")}");
        yield return ("Lipschitz", double.IsNaN(shape.Lipschitz) ? ""
            : double.IsInfinity(shape.Lipschitz) ? "no bound"
            : $"{Short(shape.Lipschitz)} times as far apart as their inputs are two values at most");
        yield return ("saturated", Several(insight.Saturated, NearestTo0, Zone) is { Length: > 0 } zones
            ? $"|f′| < {Short(Saturation.Threshold)} for {zones}"
            : "nowhere");
        yield return ("gains", $"{Short(insight.ForwardGain)} keeps the signal's size, {Short(insight.BackwardGain)} the gradients'{(insight.SelfNormalising ? "; self-normalising" : "")}");
        yield return ("critical", Critical(insight));
        yield return ("nearest", string.Join(", ", insight.Nearest.Select(near => $"{near.Name} ({Rough(near.Distance)})")));
        yield return ("speed", double.IsNaN(insight.NsPerElement) ? "" : $"{Rough(insight.NsPerElement)} ns per element here, float32, one thread");
    }

    /// <summary>Six decimals at most, ∞ and "none" in words.</summary>
    public static string Short(double value) => double.IsInfinity(value) ? (value > 0 ? "∞" : "−∞")
        : double.IsNaN(value) ? "none"
        : Signed((Math.Abs(value) < 5e-7 ? 0 : value).ToString("0.######", CultureInfo.InvariantCulture));

    /// <summary>Numbers to be read have the sign of minus that formulas have; numbers to be typed again have the hyphen.</summary>
    public static string Signed(string number) => number.Replace('-', '−');

    /// <summary>Those nearest to 0, in their order, and how many more there are.</summary>
    public static string Several<T>(IReadOnlyList<T> all, Func<T, double> at, Func<T, string> text)
    {
        var shown = all.Select((item, i) => (item, i)).OrderBy(one => Math.Abs(at(one.item))).Take(Most).OrderBy(one => one.i);
        return string.Join(", ", shown.Select(one => text(one.item))) + (all.Count > Most ? $", and {all.Count - Most} more" : "");
    }

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
        var pieces = Joined(shape.Pieces, []);
        var shown = pieces.Take(Most).Select(piece => $"{Verb(piece.Direction)}{(double.IsPositiveInfinity(piece.To) ? "" : $" to {Short(piece.To)}")}");
        return string.Join(", ", shown) + (pieces.Count > Most ? $", and {pieces.Count - Most} more" : "");
    }

    /// <summary>"concave to −1.41, convex to 1.41, concave": at kinks it begins anew.</summary>
    private static string Curvatures(ProvedShape shape)
    {
        var pieces = Joined(shape.Bends, shape.Kinks);

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

    private static string Zone(Saturation zone) => (zone.From, zone.To) switch
    {
        (double.NegativeInfinity, double.PositiveInfinity) => "every x",
        (double.NegativeInfinity, _) => $"x < {Short(zone.To)}",
        (_, double.PositiveInfinity) => $"x > {Short(zone.From)}",
        _ => $"{Short(zone.From)} < x < {Short(zone.To)}",
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
