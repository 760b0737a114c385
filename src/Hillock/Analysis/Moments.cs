namespace Hillock;

/// <summary>What an activation does to a normal input z of mean 0: of variance 1 unless told otherwise.</summary>
/// <param name="Mean">E f(z).</param>
/// <param name="Square">E f(z)², the second moment.</param>
/// <param name="SlopeSquare">E f′(z)².</param>
public readonly record struct Moments(double Mean, double Square, double SlopeSquare)
{
    /// <summary>E (z² − 1)·f(z)²: of inputs of variance q the second moment grows by this over 2q for each unit of q.</summary>
    internal double Widening { get; init; }

    /// <summary>How far from 0 is integrated: what lies beyond has a probability below 4e-33.</summary>
    private const int Reach = 12;

    /// <summary>Panels per unit before any is halved.</summary>
    private const int PanelsPerUnit = 8;

    /// <summary>How often a panel is halved around a kink or a jump, which then takes up a 2⁻³⁵ of it.</summary>
    private const int Halvings = 35;

    /// <summary>What halving a panel may change without another try, and by what ratio.</summary>
    private const double Settled = 1e-15;
    private const double SettledRatio = 1e-13;

    /// <summary>The share of a moment that may lie in a panel halved to the end; next to a pole each half holds as much as the whole.</summary>
    private const double LastShare = 1e-4;

    /// <summary>How many panels are looked at more closely; a wave of very high frequency would take them all.</summary>
    private const int MostTries = 10_000;

    /// <summary>The panels of a function without kinks.</summary>
    private static readonly ((double Low, double High)[] Panels, Quadrature Rule) Smooth = Ruled([]);

    /// <summary>The moments by composite quadrature, with panels halved where the function bends or jumps; NaN where it has no value, and NaN or infinite where it has a pole too steep for them.</summary>
    /// <param name="activation">The function.</param>
    /// <param name="variance">The variance of its inputs.</param>
    /// <exception cref="ArgumentOutOfRangeException">The variance is negative or not finite.</exception>
    public static Moments Of(Activation activation, double variance = 1)
    {
        ArgumentNullException.ThrowIfNull(activation);
        ArgumentOutOfRangeException.ThrowIfNegative(variance);
        ArgumentOutOfRangeException.ThrowIfEqual(double.IsFinite(variance), false, nameof(variance));
        var deviation = Math.Sqrt(variance);
        double[] kinks = [.. (activation.Function?.Kinks ?? []).Select(kink => kink / deviation).Where(kink => Math.Abs(kink) < Reach)];
        var (panels, rule) = kinks.Length == 0 ? Smooth : Ruled(kinks);
        var found = rule.Over(activation, deviation);
        var (sum, last, tries) = (default(Moments), default(Moments), MostTries);
        for (var i = 0; i < panels.Length; i++)
        {
            sum = sum.Plus(Refined(activation, deviation, panels[i], found[3 * i], found[(3 * i) + 1], found[(3 * i) + 2], Halvings, ref tries, ref last));
        }

        return sum.Known(last);
    }

    /// <summary>The panels, and the rule on each and on its halves. They end at kinks too: one beyond the last node of a panel would not be noticed.</summary>
    private static ((double Low, double High)[] Panels, Quadrature Rule) Ruled(double[] kinks)
    {
        double[] edges =
        [
            .. Enumerable.Range(-Reach * PanelsPerUnit, (2 * Reach * PanelsPerUnit) + 1).Select(i => i / (double)PanelsPerUnit).Concat(kinks).Order(),
        ];
        (double Low, double High)[] panels = [.. edges.Zip(edges.Skip(1)).Where(panel => panel.First < panel.Second)];
        return (panels, new([.. panels.SelectMany(panel => Halves(panel).Prepend(panel))]));
    }

    private static (double Low, double High)[] Halves((double Low, double High) panel)
    {
        var middle = (panel.Low + panel.High) / 2;
        return [(panel.Low, middle), (middle, panel.High)];
    }

    /// <summary>The contribution of a panel, given that of the rule over all of it.</summary>
    private static Moments Between(Activation activation, double deviation, (double Low, double High) panel, Moments whole, int halvings, ref int tries, ref Moments last)
    {
        var found = new Quadrature(Halves(panel)).Over(activation, deviation);
        if (halvings > 0 && tries-- > 0)
        {
            return Refined(activation, deviation, panel, whole, found[0], found[1], halvings, ref tries, ref last);
        }

        var both = found[0].Plus(found[1]);
        last = halvings > 0 ? last : new(Math.Max(last.Mean, Math.Abs(both.Mean)), Math.Max(last.Square, both.Square), Math.Max(last.SlopeSquare, both.SlopeSquare));
        return both;
    }

    /// <summary>That of both halves, each halved again where they do not add up to the whole.</summary>
    private static Moments Refined(
        Activation activation, double deviation, (double Low, double High) panel, Moments whole, Moments left, Moments right, int halvings, ref int tries, ref Moments last)
    {
        var (both, halves) = (left.Plus(right), Halves(panel));
        return !whole.DiffersFrom(both)
            ? both
            : Between(activation, deviation, halves[0], left, halvings - 1, ref tries, ref last)
                .Plus(Between(activation, deviation, halves[1], right, halvings - 1, ref tries, ref last));
    }

    /// <summary>The moments over two sets of inputs, from those over each.</summary>
    internal Moments Plus(Moments other) =>
        new(Mean + other.Mean, Square + other.Square, SlopeSquare + other.SlopeSquare) { Widening = Widening + other.Widening };

    /// <summary>These, but for those that the greatest of the last panels shows to be none, or infinite.</summary>
    private Moments Known(Moments last) => new(
        last.Mean > LastShare * Math.Max(1, Math.Abs(Mean)) ? double.NaN : Mean,
        last.Square > LastShare * Square ? double.PositiveInfinity : Square,
        last.SlopeSquare > LastShare * SlopeSquare ? double.PositiveInfinity : SlopeSquare) { Widening = Widening };

    private bool DiffersFrom(Moments other) =>
        Differ(Mean, other.Mean) || Differ(Square, other.Square) || Differ(SlopeSquare, other.SlopeSquare);

    private static bool Differ(double one, double other) => Math.Abs(one - other) > Settled + (SettledRatio * Math.Abs(other));
}
