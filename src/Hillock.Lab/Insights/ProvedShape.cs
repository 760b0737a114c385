namespace Hillock.Lab;

/// <summary>
/// <see cref="Shape"/> in plain numbers; what is not known is null. Where the proof leaves room, a range is that of its outer bounds, and not tight.
/// </summary>
/// <param name="Least">The least value.</param>
/// <param name="Greatest">The greatest value.</param>
/// <param name="LeastSlope">The least slope.</param>
/// <param name="GreatestSlope">The greatest slope.</param>
/// <param name="IsRangeTight">Whether the values come as near to their bounds as digits are shown.</param>
/// <param name="AreSlopesTight">Whether the slopes do.</param>
/// <param name="Lipschitz">The least L with |f(x) − f(y)| ≤ L·|x − y|.</param>
/// <param name="Parity">Odd, even or neither.</param>
/// <param name="Pieces">Where it rises, falls or stays.</param>
/// <param name="Bends">Where its slope does.</param>
/// <param name="Curvature">Which way the slope goes all through; <c>null</c> where it turns.</param>
/// <param name="Extremes">Local minima and maxima.</param>
/// <param name="Zeros">Where it is 0.</param>
/// <param name="ZeroWithin">Where it stays 0, or is 0 somewhere within.</param>
/// <param name="Kinks">Where its slope jumps.</param>
/// <param name="Jumps">Where its value jumps.</param>
/// <param name="Left">What it does towards −∞.</param>
/// <param name="Right">What it does towards ∞.</param>
public sealed record ProvedShape(
    double Least,
    double Greatest,
    double LeastSlope,
    double GreatestSlope,
    bool IsRangeTight,
    bool AreSlopesTight,
    double Lipschitz,
    Parity Parity,
    IReadOnlyList<Piece> Pieces,
    IReadOnlyList<Piece> Bends,
    Direction? Curvature,
    IReadOnlyList<ProvedTurn> Extremes,
    IReadOnlyList<double> Zeros,
    IReadOnlyList<Saturation> ZeroWithin,
    IReadOnlyList<double> Kinks,
    IReadOnlyList<double> Jumps,
    ProvedEnd Left,
    ProvedEnd Right)
{
    /// <summary>What of a shape can be said in numbers.</summary>
    public static ProvedShape Of(Shape shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        return new(
            Known(shape.Range.Least, shape.Range.Least.Low),
            Known(shape.Range.Greatest, shape.Range.Greatest.High),
            Known(shape.SlopeRange.Least, shape.SlopeRange.Least.Low),
            Known(shape.SlopeRange.Greatest, shape.SlopeRange.Greatest.High),
            IsTight(shape.Range.Least) && IsTight(shape.Range.Greatest),
            IsTight(shape.SlopeRange.Least) && IsTight(shape.SlopeRange.Greatest),
            Known(shape.Lipschitz, shape.Lipschitz.High),
            shape.Parity,
            shape.Pieces,
            shape.Bends,
            shape.Curvature,
            [.. shape.Extremes.Select(turn => new ProvedTurn(turn.X.Value, turn.Value.Value, turn.IsMinimum))],
            [.. shape.Zeros.Where(IsTight).Select(zero => zero.Value)],
            [.. shape.Zeros.Where(zero => !IsTight(zero)).Select(zero => new Saturation(zero.Low, zero.High))],
            [.. shape.Kinks.Select(kink => kink.Value)],
            [.. shape.Jumps.Select(jump => jump.Value)],
            ProvedEnd.Of(shape.Left),
            ProvedEnd.Of(shape.Right));
    }

    private static double Known(Bracket bracket, double outer) => IsTight(bracket) ? bracket.Value : outer;

    /// <summary>Whether the digits that are shown are proved; all that lies beyond a place is not one number.</summary>
    private static bool IsTight(Bracket bracket) => double.IsFinite(bracket.Width) && bracket.Width <= 1e-6 * Math.Max(1, Math.Abs(bracket.Low));
}

/// <summary>A local minimum or maximum.</summary>
/// <param name="X">Where.</param>
/// <param name="Value">The value there.</param>
/// <param name="IsMinimum">Which of the two.</param>
public readonly record struct ProvedTurn(double X, double Value, bool IsMinimum);

/// <summary>The limit at one end, and the line slope·x + intercept that is approached.</summary>
/// <param name="Limit">The limit; NaN where none is known.</param>
/// <param name="Slope">The line's slope; <c>null</c> where no line is approached.</param>
/// <param name="Intercept">The line's value at 0.</param>
public sealed record ProvedEnd(double Limit, double? Slope, double? Intercept)
{
    /// <summary>What of an end can be said in numbers.</summary>
    public static ProvedEnd Of(End end)
    {
        ArgumentNullException.ThrowIfNull(end);
        return new(end.Limit.Value, end.Asymptote?.Slope.Value, end.Asymptote?.Intercept.Value);
    }
}
