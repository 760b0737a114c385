namespace Hillock;

// Functions that rise and fall: the ends, and the extremes between them.
public readonly partial record struct Interval
{
    /// <summary>From here on a quarter turn is no longer told from the next.</summary>
    private const double LastAngle = 1L << 40;

    /// <summary>tan x = x has its first root here (0 aside): until then sinc falls.</summary>
    private const double FirstSincMinimum = 4.4934;

    /// <summary>sinc″ has its first root beyond this: until then its slope falls.</summary>
    private const double FirstSincInflection = 2.0815;

    /// <summary>W(1/e), the solution of w·eʷ = 1/e: x·σ(x) is least at −1 − w, and there −w.</summary>
    private static readonly Interval SigmoidGateDepth = Around(0.27846454276107380);

    /// <summary>Φ(x) + x·φ(x) = 0 here, where x·Φ(x) is least.</summary>
    private static readonly Interval NormalGateValley = Around(-0.75179152469356446);

    /// <inheritdoc/>
    public static Interval Sin(Interval x, out Interval cos)
    {
        cos = Wave(x, static v => Companion(Real.Sin(v, out var c), c), crest: 0);
        return Wave(x, static v => Real.Sin(v, out _), crest: 1);
    }

    /// <inheritdoc/>
    public static Interval Sinc(Interval x, out Interval slope)
    {
        var magnitude = Magnitude(x);
        slope = SincSlope(magnitude);
        slope = x.Low >= 0 ? slope : x.High <= 0 ? -slope : Hull(slope, -slope);
        return Piecewise(magnitude, FirstSincMinimum, FallingSinc, static v => Sin(v, out _) / v);
    }

    /// <inheritdoc/>
    public static Interval SigmoidGate(Interval x, out Interval slope)
    {
        var sigmoid = Sigmoid(x, out var complement);
        slope = sigmoid * (1 + (x * complement));
        return Valley(x, -(1 + SigmoidGateDepth), -SigmoidGateDepth.High, static v => v * Sigmoid(v, out _));
    }

    /// <inheritdoc/>
    public static Interval NormalGate(Interval x, out Interval slope)
    {
        var cdf = NormalCdf(x, out var density);
        slope = cdf + (x * density);
        var least = NormalGateValley * NormalCdf(NormalGateValley, out _);
        return Valley(x, NormalGateValley, least.Low, static v => v * NormalCdf(v, out _));
    }

    /// <summary>A function that falls from 0 at −∞ to its least value and rises from there on.</summary>
    private static Interval Valley(Interval x, Interval valley, double least, Func<Interval, Interval> at)
    {
        var low = double.IsInfinity(x.Low) ? 0 : at(x.Low);
        var high = double.IsInfinity(x.High) ? Line : at(x.High);
        return new(
            x.High < valley.Low ? high.Low : x.Low > valley.High ? low.Low : least, Math.Max(low.High, high.High), x.IsBroken);
    }

    /// <summary>A function of period 2π between −1 and 1; quarter turns congruent to the crest modulo 4 are its greatest values.</summary>
    private static Interval Wave(Interval x, Func<double, double> kernel, int crest)
    {
        if (x.Width == 0)
        {
            return Rising(x, kernel, -1, 1);
        }

        if (Math.Max(-x.Low, x.High) > LastAngle)
        {
            return new(-1, 1, x.IsBroken);
        }

        var quarters = x / HalfPi;
        var (first, last) = (Math.Ceiling(quarters.Low), Math.Floor(quarters.High));
        var ends = Hull(Rising(x.Low, kernel, -1, 1), Rising(x.High, kernel, -1, 1));
        return new(
            HasQuarter(first, last, crest + 2) ? -1 : ends.Low, HasQuarter(first, last, crest) ? 1 : ends.High, x.IsBroken);
    }

    /// <summary>Whether a number of quarter turns from first to last leaves that rest modulo 4.</summary>
    private static bool HasQuarter(double first, double last, int rest) => (Math.Floor((last - rest) / 4) * 4) + rest >= first;

    private static Interval FallingSinc(Interval x) => -Rising(x, static v => -Real.Sinc(v, out _), -1, 1);

    /// <summary>The slope of sinc where x is not negative.</summary>
    private static Interval SincSlope(Interval x) =>
        Piecewise(x, FirstSincInflection, static v => -Hull(SteepeningSinc(v.Low), SteepeningSinc(v.High)), static v => (Cos(v) - (Sin(v, out _) / v)) / v);

    /// <summary>−sinc′ at one place: up to 1 the kernel, which is a polynomial there, and from there on the difference, which does not cancel.</summary>
    private static Interval SteepeningSinc(double x)
    {
        Interval at = x;
        return x < 1
            ? Rising(at, static v => -Companion(Real.Sinc(v, out var c), c), 0, 1)
            : ((Sin(at, out _) / at) - Cos(at)) / at;
    }

    private static Interval Cos(Interval x)
    {
        Sin(x, out var cos);
        return cos;
    }

    /// <summary>One expression up to a limit and another from there on, of the same smooth function.</summary>
    private static Interval Piecewise(Interval x, double limit, Func<Interval, Interval> near, Func<Interval, Interval> far)
    {
        if (x.High <= limit)
        {
            return near(x);
        }

        return x.Low >= limit ? far(x) : Hull(near(new(x.Low, limit, x.IsBroken)), far(new(limit, x.High, x.IsBroken)));
    }
}
