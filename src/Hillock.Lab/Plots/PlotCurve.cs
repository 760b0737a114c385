namespace Hillock.Lab;

/// <summary>A point in the plane of x and y.</summary>
/// <param name="X">The input.</param>
/// <param name="Y">The value there.</param>
public readonly record struct PlotPoint(double X, double Y);

/// <summary>One curve of a plot.</summary>
/// <param name="Name">What the legend says.</param>
/// <param name="Kind">Values, slopes or curvatures.</param>
/// <param name="Colour">The number of its colour: one for each function, or of a single function one for each kind.</param>
/// <param name="Dash">The number of its pattern, another for each curve.</param>
/// <param name="Strokes">Its points from left to right, in pieces without jumps.</param>
public sealed record PlotCurve(string Name, CurveKind Kind, int Colour, int Dash, IReadOnlyList<IReadOnlyList<PlotPoint>> Strokes)
{
    /// <summary>The parts of its strokes that lie between two heights.</summary>
    public IEnumerable<IReadOnlyList<PlotPoint>> Within(PlotRange y) => Strokes.SelectMany(stroke => Clipped.Parts(stroke, y));
}

/// <summary>What is special about a point of a curve.</summary>
public enum MarkKind
{
    /// <summary>The slope jumps.</summary>
    Kink,

    /// <summary>The value jumps, and this is the one at the jump.</summary>
    Attained,

    /// <summary>The value jumps, and this one is approached from a side only.</summary>
    Approached,

    /// <summary>It was measured, where the curve is predicted.</summary>
    Measured,
}

/// <summary>A point of a curve to be pointed out.</summary>
/// <param name="At">Where.</param>
/// <param name="Kind">What is special about it.</param>
/// <param name="Colour">The number of the curve's colour.</param>
public readonly record struct PlotMark(PlotPoint At, MarkKind Kind, int Colour);
