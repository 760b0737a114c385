namespace Hillock.Lab;

/// <summary>What is to be drawn of some functions, whatever it is drawn with: curves, ranges, and what is to be pointed out.</summary>
public sealed record Plot
{
    /// <summary>How many curves can be told apart.</summary>
    public const int MostCurves = 14;

    // Digits in which the place of a break is a round number, if it is one.
    private const int Digits = 9;

    // Shapes are proved this far out at most; farther, pictures have no marks.
    private const double LeastReach = 32, MostReach = 1e4;

    // Narrower zones, as shares of the picture, are the foot of a valley, the top of a hill or a step on the way.
    private const double NarrowestZone = 0.04;

    private Plot()
    {
    }

    /// <summary>The inputs.</summary>
    public required PlotRange X { get; init; }

    /// <summary>The values; a curve may leave them.</summary>
    public required PlotRange Y { get; init; }

    /// <summary>What the functions are called.</summary>
    public required IReadOnlyList<string> Functions { get; init; }

    /// <summary>Which curves there are of each.</summary>
    public required IReadOnlyList<CurveKind> Kinds { get; init; }

    /// <summary>The curves, those of one function together.</summary>
    public required IReadOnlyList<PlotCurve> Curves { get; init; }

    /// <summary>Kinks, and both sides of jumps.</summary>
    public required IReadOnlyList<PlotMark> Marks { get; init; }

    /// <summary>Where |f′| is below <see cref="Saturation.Threshold"/>; empty for several functions.</summary>
    public required IReadOnlyList<PlotRange> Saturated { get; init; }

    /// <summary>What the horizontal axis shows.</summary>
    public string XName { get; init; } = "x";

    /// <summary>What the vertical axis shows.</summary>
    public string YName
    {
        get => field ?? string.Join(", ", Kinds.Select(kind => $"f{kind.Primes}(x)"));
        init;
    }

    /// <summary>What is to be drawn of series of measurements.</summary>
    /// <param name="xName">What the horizontal axis shows.</param>
    /// <param name="yName">What the vertical axis shows.</param>
    /// <param name="series">A name for each, and its points from left to right; those that are not finite are left out.</param>
    /// <returns><c>null</c> if there is nothing to see.</returns>
    public static Plot? Of(string xName, string yName, IReadOnlyList<(string Name, IReadOnlyList<PlotPoint> Points)> series)
    {
        PlotCurve[] curves =
        [
            .. series.Select((one, i) => new PlotCurve(one.Name, CurveKind.Value, i, i, [[.. one.Points.Where(p => double.IsFinite(p.X) && double.IsFinite(p.Y))]])),
        ];
        PlotPoint[] all = [.. curves.SelectMany(curve => curve.Strokes[0])];
        return all.Length == 0 ? null : new()
        {
            X = FittingRange.Around(all.Select(p => p.X), 0),
            Y = FittingRange.Around(all.Select(p => p.Y), FittingRange.Air),
            Functions = [.. series.Select(one => one.Name)],
            Kinds = [CurveKind.Value],
            Curves = curves,
            Marks = [],
            Saturated = [],
            XName = xName,
            YName = yName,
        };
    }

    /// <summary>What is to be drawn of functions.</summary>
    /// <param name="functions">One or more.</param>
    /// <param name="kinds">Which curves of each.</param>
    /// <param name="range">The inputs; unless told, those that show what matters.</param>
    /// <exception cref="HillockException">They are too many to be told apart.</exception>
    public static Plot Of(IReadOnlyList<Activation> functions, IReadOnlyList<CurveKind> kinds, PlotRange? range = null)
    {
        ArgumentNullException.ThrowIfNull(functions);
        ArgumentNullException.ThrowIfNull(kinds);
        ArgumentOutOfRangeException.ThrowIfZero(functions.Count * kinds.Count);
        if (functions.Count * kinds.Count > MostCurves)
        {
            throw new HillockException(
                $"{functions.Count * kinds.Count} curves are too many for one plot; at most {MostCurves} can be told apart, so name fewer functions or leave slopes out.");
        }

        var reach = range is { } given ? Math.Clamp(Math.Max(Math.Abs(given.Low), Math.Abs(given.High)), LeastReach, MostReach) : LeastReach;
        (Activation F, Shape? Shape, IReadOnlyList<Saturation> Saturated)[] known = [.. functions.Select(f => (f, ShapeOf(f, reach), Saturation.Of(f)))];
        var x = range ?? FittingRange.Across(known.Select(f => (f.Shape, f.Saturated)));
        var isOne = functions.Count == 1;
        PlotCurve[] curves =
        [
            .. known.SelectMany((f, i) => kinds.Select((kind, k) => new PlotCurve(
                f.F.Name + kind.Primes,
                kind,
                isOne ? k : i,
                (i * kinds.Count) + k,
                Sampling.Strokes(f.F, kind, Sampling.Places(x, Breaks(f.Shape)))))),
        ];
        return new()
        {
            X = x,
            Y = FittingRange.Up(curves, x),
            Functions = [.. functions.Select(f => f.Name)],
            Kinds = kinds,
            Curves = curves,
            Marks = [.. known.SelectMany((f, i) => Marked(f.F, f.Shape, isOne ? 0 : i)).Where(mark => x.Contains(mark.At.X))],
            Saturated = isOne ? [.. known[0].Saturated.SelectMany(zone => Seen(zone, x))] : [],
        };
    }

    /// <summary>What is to be seen of a zone.</summary>
    private static IEnumerable<PlotRange> Seen(Saturation zone, PlotRange x)
    {
        var seen = new PlotRange(Math.Max(zone.From, x.Low), Math.Min(zone.To, x.High));
        return seen.Width > NarrowestZone * x.Width ? [seen] : [];
    }

    private static Shape? ShapeOf(Activation f, double reach)
    {
        try
        {
            return Shape.Of(f, reach);
        }
        catch (NotSupportedException)
        {
            return null; // An activation without a formula: it is drawn all the same.
        }
    }

    private static IEnumerable<double> Breaks(Shape? shape) => shape is null ? [] : shape.Kinks.Concat(shape.Jumps).Select(Place);

    private static double Place(Bracket x) => Math.Round(x.Value, Digits);

    private static IEnumerable<PlotMark> Marked(Activation f, Shape? shape, int colour)
    {
        if (shape is null)
        {
            return [];
        }

        var kinks = shape.Kinks.Select(kink => Mark(Place(kink), f.Of(Place(kink)), MarkKind.Kink));
        var sides = shape.Jumps.SelectMany(jump => new[] { f.Of(jump.Low), f.Of(jump.High) }
            .Where(side => side != f.Of(Place(jump)))
            .Select(side => Mark(Place(jump), side, MarkKind.Approached))
            .Append(Mark(Place(jump), f.Of(Place(jump)), MarkKind.Attained)));
        return kinks.Concat(sides);

        PlotMark Mark(double x, double y, MarkKind kind) => new(new(x, y), kind, colour);
    }
}
