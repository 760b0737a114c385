using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Hillock;

/// <summary>Eight reals side by side, each known to lie within a radius of its centre: values that say how far they can be trusted.</summary>
/// <remarks>
/// Ball arithmetic (van der Hoeven 2009) in double precision with radii on the safe side, for telling quickly what a float should be.
/// Where the radius is too great, or a comparison undecided, <see cref="BigReal"/> computes it again. A centre of ±∞ stands for what
/// exceeds every double; a radius of NaN for not knowing.
/// </remarks>
internal readonly partial struct Balls : IReal<Balls>
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    // Twice the error of a rounding, and more than what is lost where doubles end.
    private const double Rounding = 1.0 / (1L << 52);
    private const double Least = 1e-300;
    private const double Most = 1e300;

    [MethodImpl(Inline)]
    public Balls(Vector512<double> centre, Vector512<double> radius) => (Centre, Radius) = (centre, radius);

    /// <summary>The approximate values.</summary>
    public Vector512<double> Centre { get; }

    /// <summary>How far off they can be at most.</summary>
    public Vector512<double> Radius { get; }

    [MethodImpl(Inline)]
    public static implicit operator Balls(double value) => new(Vector512.Create(value), Vector512<double>.Zero);

    [MethodImpl(Inline)]
    public static implicit operator Balls(Constant value) => new(Vector512.Create(value.High), Vector512.Create(Math.Abs(value.Low)));

    [MethodImpl(Inline)]
    public static Balls operator +(Balls left, Balls right) => Rounded(left.Centre + right.Centre, left.Radius + right.Radius);

    [MethodImpl(Inline)]
    public static Balls operator -(Balls left, Balls right) => Rounded(left.Centre - right.Centre, left.Radius + right.Radius);

    [MethodImpl(Inline)]
    public static Balls operator *(Balls left, Balls right)
    {
        var product = left.Centre * right.Centre;
        var (size, other) = (Bounded(left.Centre), Bounded(right.Centre));
        var radius = ((size + left.Radius) * right.Radius) + (other * left.Radius) + Vector512.Create(Least);
        if (!Vector512.LessThanAll(Vector512.Abs(product), Vector512.Create(Most)))
        {
            // Only what is at least 1 leaves beyond every double what was there.
            var least = Vector512.MinNative(size - left.Radius, other - right.Radius);
            var known = Vector512.GreaterThanOrEqual(least, Vector512<double>.One);
            return new(product, Vector512.ConditionalSelect(known, radius + (Bounded(product) * Vector512.Create(Rounding)), Vector512.Create(double.NaN)));
        }

        // What the rounding took is known exactly, and is nothing in a product of two floats: sin(2x) can be told for great x.
        return new(product, radius + Vector512.Abs(Vector512.FusedMultiplyAdd(left.Centre, right.Centre, -product)));
    }

    [MethodImpl(Inline)]
    public static Balls operator /(Balls left, Balls right)
    {
        // One division for both; where the divisor is not known to a quarter, nothing is.
        var inverse = Vector512<double>.One / right.Centre;
        var (quotient, size) = (left.Centre * inverse, Bounded(inverse));
        var radius = (left.Radius + (Bounded(quotient) * right.Radius)) * size * Vector512.Create(4 / 3.0);
        var known = Vector512.LessThan(right.Radius * size, Vector512.Create(0.25));
        radius = Vector512.ConditionalSelect(known, radius, Vector512.Create(double.NaN));
        radius = Vector512.ConditionalSelect(
            Vector512.LessThan(Vector512.Abs(quotient), Vector512.Create(Most)), radius, Vector512.Create(double.NaN));
        return Rounded(quotient, radius + (Bounded(quotient) * Vector512.Create(Rounding)) + ((Bounded(left.Centre) + Vector512<double>.One) * Vector512.Create(Least)));
    }

    [MethodImpl(Inline)]
    public static Balls operator -(Balls value) => new(-value.Centre, value.Radius);

    [MethodImpl(Inline)]
    public static Balls operator >(Balls left, Balls right) =>
        new(Vector512.GreaterThan(left.Centre, right.Centre), Undecided(left, right));

    [MethodImpl(Inline)]
    public static Balls operator <(Balls left, Balls right) => right > left;

    [MethodImpl(Inline)]
    public static Balls Where(Balls condition, Balls whenTrue, Balls whenFalse) => new(
        Vector512.ConditionalSelect(condition.Centre, whenTrue.Centre, whenFalse.Centre),
        Vector512.ConditionalSelect(condition.Centre, whenTrue.Radius, whenFalse.Radius) | condition.Radius);

    [MethodImpl(Inline)]
    public static Balls Sqrt(Balls x)
    {
        var root = Vector512.Sqrt(x.Centre);
        var some = x.Radius / root;
        return Rounded(root, Vector512.ConditionalSelect(Vector512.Equals(x.Radius, Vector512<double>.Zero), Vector512<double>.Zero, some));
    }

    [MethodImpl(Inline)]
    public static Balls Softsign(Balls x, out Balls complement)
    {
        var divisor = Magnitude(x) + 1;
        complement = 1 / divisor;
        return x / divisor;
    }

    [MethodImpl(Inline)]
    private static Balls Rounded(Vector512<double> centre, Vector512<double> radius) =>
        new(centre, radius + (Bounded(centre) * Vector512.Create(Rounding)));

    [MethodImpl(Inline)]
    private static Vector512<double> Bounded(Vector512<double> centre) =>
        Vector512.MinNative(Vector512.Create(Most), Vector512.Abs(centre));

    [MethodImpl(Inline)]
    private static Balls Magnitude(Balls x) => new(Vector512.Abs(x.Centre), x.Radius);

    /// <summary>All bits, which is NaN, where the radii let either be the greater.</summary>
    [MethodImpl(Inline)]
    private static Vector512<double> Undecided(Balls left, Balls right)
    {
        var radius = left.Radius + right.Radius;
        var apart = Vector512.GreaterThan(Vector512.Abs(left.Centre - right.Centre), radius);
        return ~(apart | Vector512.Equals(radius, Vector512<double>.Zero));
    }
}
