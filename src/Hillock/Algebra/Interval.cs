using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Hillock;

/// <summary>
/// All reals between two bounds. Evaluated over intervals, an expression gives bounds of its values that are proved, and over
/// <c>Dual&lt;Interval&gt;</c> bounds of its slope: <c>new Gelu().Of(new Interval(-1, 2))</c>.
/// </summary>
/// <remarks>
/// <para>Moore 1966, "Interval Analysis". Every bound is rounded outwards: arithmetic by the last place where it is not exact,
/// primitives by the four units that the kernels may be off. An infinite bound stands for no bound; the reals between are finite.</para>
/// <para>Bounds are of what is written: where x occurs twice, each may be any of the interval, so x − x is not 0. On narrow intervals
/// they are tight; <see cref="Shape"/> subdivides.</para>
/// </remarks>
public readonly partial record struct Interval : IReal<Interval>
{
    /// <summary>The reals from low to high.</summary>
    /// <param name="low">The lower bound, −∞ for none.</param>
    /// <param name="high">The upper bound, ∞ for none.</param>
    /// <exception cref="ArgumentException">A bound is NaN, or low is above high, or both are the same infinity.</exception>
    public Interval(double low, double high)
    {
        if (!(low <= high) || double.IsPositiveInfinity(low) || double.IsNegativeInfinity(high))
        {
            throw new ArgumentException(FormattableString.Invariant($"No real lies from {low} to {high}; the lower bound comes first."), nameof(low));
        }

        (Low, High) = (low, high);
    }

    private Interval(double low, double high, bool isBroken)
    {
        // What no rule bounds is not bounded, and what exceeds the doubles is only known to.
        Low = double.IsNaN(low) ? double.NegativeInfinity : Math.Min(low, double.MaxValue);
        High = double.IsNaN(high) ? double.PositiveInfinity : Math.Max(high, double.MinValue);
        IsBroken = isBroken;
    }

    /// <summary>All reals.</summary>
    public static Interval Line { get; } = new(double.NegativeInfinity, double.PositiveInfinity);

    /// <summary>The lower bound; −∞ for none.</summary>
    public double Low { get; }

    /// <summary>The upper bound; ∞ for none.</summary>
    public double High { get; }

    /// <summary>
    /// Whether the slope beside it may not tell how it changes: a choice between two branches could not be decided within the interval, or
    /// a surrogate slope stands in. Where it is <c>false</c>, the values are those of a single smooth expression.
    /// </summary>
    public bool IsBroken { get; }

    /// <summary>High − low, rounded up.</summary>
    public double Width => Outward.SumAbove(High, -Low);

    /// <summary>A double between the bounds, halfway where they are finite.</summary>
    public double Middle => Math.Clamp((Low / 2) + (High / 2), Math.Max(Low, double.MinValue), Math.Min(High, double.MaxValue));

    /// <summary>A real that need not be a double: it lies between the neighbours of this one.</summary>
    public static Interval Around(double value) => new(Math.BitDecrement(value), Math.BitIncrement(value), isBroken: false);

    /// <summary>Whether a number lies within the bounds.</summary>
    public bool Contains(double value) => value >= Low && value <= High;

    /// <summary>Whether another interval lies within the bounds.</summary>
    public bool Contains(Interval other) => other.Low >= Low && other.High <= High;

    /// <summary>The smallest interval with both.</summary>
    public static Interval Hull(Interval left, Interval right) =>
        new(Math.Min(left.Low, right.Low), Math.Max(left.High, right.High), left.IsBroken | right.IsBroken);

    /// <summary>What lies in both, where they have something in common: the bounds of one value found in two ways.</summary>
    /// <returns><c>false</c> where they have nothing in common.</returns>
    public static bool TryIntersect(Interval left, Interval right, out Interval both)
    {
        var (low, high) = (Math.Max(left.Low, right.Low), Math.Min(left.High, right.High));
        both = low <= high ? new(low, high, left.IsBroken & right.IsBroken) : left;
        return low <= high;
    }

    /// <inheritdoc/>
    public static implicit operator Interval(double value) => new(value, value, isBroken: false);

    /// <inheritdoc/>
    public static implicit operator Interval(Constant value) => new(
        value.Low < 0 ? Math.BitDecrement(value.High) : value.High,
        value.Low > 0 ? Math.BitIncrement(value.High) : value.High,
        isBroken: false);

    /// <inheritdoc/>
    public static Interval operator +(Interval left, Interval right) =>
        new(Outward.SumBelow(left.Low, right.Low), Outward.SumAbove(left.High, right.High), left.IsBroken | right.IsBroken);

    /// <inheritdoc/>
    public static Interval operator -(Interval left, Interval right) => left + -right;

    /// <inheritdoc/>
    public static Interval operator -(Interval value) => new(-value.High, -value.Low, value.IsBroken);

    /// <inheritdoc/>
    public static Interval operator *(Interval left, Interval right) => new(
        Math.Min(
            Math.Min(Outward.ProductBelow(left.Low, right.Low), Outward.ProductBelow(left.Low, right.High)),
            Math.Min(Outward.ProductBelow(left.High, right.Low), Outward.ProductBelow(left.High, right.High))),
        Math.Max(
            Math.Max(Outward.ProductAbove(left.Low, right.Low), Outward.ProductAbove(left.Low, right.High)),
            Math.Max(Outward.ProductAbove(left.High, right.Low), Outward.ProductAbove(left.High, right.High))),
        left.IsBroken | right.IsBroken);

    /// <summary>left / right; all reals where the divisor may be 0, or those of one sign where it is 0 only at an end.</summary>
    public static Interval operator /(Interval left, Interval right)
    {
        var isBroken = left.IsBroken | right.IsBroken;
        if (right.Low > 0)
        {
            return new(
                Math.Min(Outward.QuotientBelow(left.Low, right.Low), Outward.QuotientBelow(left.Low, right.High)),
                Math.Max(Outward.QuotientAbove(left.High, right.Low), Outward.QuotientAbove(left.High, right.High)),
                isBroken);
        }

        if (right.High < 0)
        {
            return -left / -right;
        }

        if (right.Low == 0 && right.High > 0)
        {
            return new(
                left.Low >= 0 ? Outward.QuotientBelow(left.Low, right.High) : double.NegativeInfinity,
                left.High <= 0 ? Outward.QuotientAbove(left.High, right.High) : double.PositiveInfinity,
                isBroken);
        }

        return right.High == 0 && right.Low < 0 ? -left / -right : new(double.NaN, double.NaN, isBroken);
    }

    /// <summary>The bounds as <c>[low, high]</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"[{Low:R}, {High:R}]");
}
