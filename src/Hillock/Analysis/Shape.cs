namespace Hillock;

/// <summary>What is proved of a function by interval arithmetic: range, slopes, monotone pieces, extremes, zeros, what happens far out.</summary>
/// <remarks>
/// <para>Between −reach and reach, intervals are halved until the sign of the slope is decided on each (Moore 1966; Hansen and Walster
/// 2004). What is left around extremes and around places where two expressions meet is narrower than 2⁻³⁶ of x, or of 1.
/// Beyond, expressions are followed to infinity. Bounds hold for every real x and for what is written; the digits that a
/// <see cref="IReal{T}.Prefer"/> saves are not told apart from it.</para>
/// <para>The parity is decided by rewriting f(−x), and denied by bounds of f(x) ± f(−x) that exclude 0.</para>
/// </remarks>
public sealed record Shape
{
    /// <summary>How far from 0 is looked, unless told otherwise.</summary>
    public const double Reach = 32;

    private readonly bool jumpsDown;

    private Shape(bool jumpsDown) => this.jumpsDown = jumpsDown;

    /// <summary>The greatest lower bound and the least upper bound of the values, attained or approached.</summary>
    public required (Bracket Least, Bracket Greatest) Range { get; init; }

    /// <summary>The same of the slope, at kinks of both sides.</summary>
    public required (Bracket Least, Bracket Greatest) SlopeRange { get; init; }

    /// <summary>The least L with |f(x) − f(y)| ≤ L·|x − y| everywhere; ∞ where it jumps.</summary>
    public required Bracket Lipschitz { get; init; }

    /// <summary>Where it rises, falls or stays, from left to right.</summary>
    public required IReadOnlyList<Piece> Pieces { get; init; }

    /// <summary>Where the slope rises (the function is convex), falls (concave) or stays (straight), from left to right.</summary>
    public required IReadOnlyList<Piece> Bends { get; init; }

    /// <summary>
    /// Which way the slope goes all through, kinks included: it rises, and the function is convex; it falls, and the function is concave;
    /// it stays. <c>null</c> where it turns, or that is not known.
    /// </summary>
    public required Direction? Curvature { get; init; }

    /// <summary>Where it turns from rising to falling or back.</summary>
    public required IReadOnlyList<Turn> Extremes { get; init; }

    /// <summary>Where it is 0; where it stays 0, the whole piece.</summary>
    public required IReadOnlyList<Bracket> Zeros { get; init; }

    /// <summary>Where the slope jumps.</summary>
    public required IReadOnlyList<Bracket> Kinks { get; init; }

    /// <summary>Where the value jumps.</summary>
    public required IReadOnlyList<Bracket> Jumps { get; init; }

    /// <summary>Whether f(−x) is f(x) or −f(x).</summary>
    public required Parity Parity { get; init; }

    /// <summary>What happens towards −∞.</summary>
    public required End Left { get; init; }

    /// <summary>What happens towards ∞.</summary>
    public required End Right { get; init; }

    /// <summary>Whether it is proved never to fall, nor to jump down.</summary>
    public bool IsMonotone => !jumpsDown && Pieces.Count > 0 && double.IsNegativeInfinity(Pieces[0].From) && double.IsPositiveInfinity(Pieces[^1].To)
        && Pieces.All(piece => piece.Direction != Direction.Falling);

    /// <summary>Proves what can be proved of an activation.</summary>
    /// <param name="f">The function.</param>
    /// <param name="reach">How far from 0 extremes, zeros and kinks are looked for.</param>
    /// <exception cref="NotSupportedException">The activation has no definition to be looked into.</exception>
    public static Shape Of(Activation f, double reach = Reach)
    {
        ArgumentNullException.ThrowIfNull(f);
        return Of(f.Enclosure, reach);
    }

    /// <summary>Proves what can be proved of a function of your own.</summary>
    /// <param name="f">The function.</param>
    /// <param name="reach">How far from 0 extremes, zeros and kinks are looked for.</param>
    /// <typeparam name="F">The function's type.</typeparam>
    public static Shape Of<F>(F f, double reach = Reach)
        where F : struct, IActivation =>
        Of(new Enclosure<F>(f), reach);

    private static Shape Of(Enclosure f, double reach)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(reach);
        var (left, right) = (End.Of(f, reach, -1), End.Of(f, reach, 1));
        var values = Survey.Of(f, Curve.Values, reach);
        var slopes = Survey.Of(f, Curve.Slopes, reach);
        var slopeRange = slopes.Range(left.Slopes, right.Slopes);
        var steepest = Bracket.Max(Bracket.Abs(slopeRange.Least), Bracket.Abs(slopeRange.Greatest));
        return new(values.Jumps.Any(jump => values.Value(jump.High).Low < values.Value(jump.Low).High))
        {
            Range = values.Range(left.Values, right.Values),
            SlopeRange = slopeRange,
            Lipschitz = values.Jumps.Any() ? new(double.PositiveInfinity, double.PositiveInfinity) : steepest,
            Pieces = values.Pieces(left.Direction, right.Direction),
            Bends = slopes.Pieces(null, null),
            Curvature = values.HasPole || values.Jumps.Any() ? null : slopes.Throughout,
            Extremes = [.. values.Turns()],
            Zeros = Roots.Of(values, left, right),
            Kinks = [.. values.Kinks],
            Jumps = [.. values.Jumps],
            Parity = Mirror.Of(f),
            Left = left,
            Right = right,
        };
    }
}
