using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Hillock;

/// <summary>The primitives from .NET's own exponential and logarithm, composed by other means than the kernels'.</summary>
/// <remarks>Where .NET is trusted, it is to 2⁻⁴⁸, some ten times the error that the tests see.</remarks>
internal readonly partial struct Balls
{
    private const double Trusted = 1.0 / (1L << 48);

    // Below it, series of a few terms: e⁻ʰ − 1 composed would lose ten digits and more.
    private const double Near = 1.0 / 1024;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Balls Exp(Balls x)
    {
        const double Small = 0.25, Lowest = -691;
        var exp = Vector512.Exp(Vector512.MaxNative(Vector512.Create(Lowest), x.Centre));
        exp = Vector512.ConditionalSelect(
            Vector512.GreaterThan(x.Centre, Vector512.Create(709d)), Vector512.Create(double.PositiveInfinity), exp);
        var radius = Bounded(exp) * ((x.Radius + x.Radius) + Vector512.Create(Trusted));
        if (!Vector512.LessThanOrEqualAll(x.Radius, Vector512.Create(Small)))
        {
            var most = Vector512.Exp(Vector512.MaxNative(Vector512.Create(Lowest), x.Centre + x.Radius));
            radius = Vector512.ConditionalSelect(Vector512.LessThanOrEqual(x.Radius, Vector512.Create(Small)), radius, most + most);
        }

        return new(exp, radius + Vector512.Create(Least));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Balls ExpM1(Balls x, out Balls exp)
    {
        exp = Exp(x);
        var near = IsNear(x, Near);
        return Choose(near, NearExpM1(x), exp - 1);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Balls Log(Balls x)
    {
        var log = Vector512.Log(x.Centre);
        var apart = x.Centre - x.Radius;
        var radius = (x.Radius / apart) + (Bounded(log) * Vector512.Create(Trusted));
        return new(log, Vector512.ConditionalSelect(Vector512.GreaterThan(apart, Vector512<double>.Zero), radius, Vector512.Create(double.NaN)));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Balls Log1P(Balls x)
    {
        var near = x * (1 - (x * (0.5 - (x * (Third - (x * (0.25 - (0.2 * x))))))));
        near = Widened(near, 0.2 * Near * Near * Near * Near * Near);
        return Choose(IsNear(x, Near), near, Log(1 + x));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Balls Asinh(Balls x, out Balls slope)
    {
        var t = Magnitude(x);
        var root = Sqrt(1 + (t * t));
        slope = 1 / root;
        var asinh = Log1P(t + (t * (t / (1 + root))));
        return Choose(Vector512.GreaterThan(x.Centre, Vector512<double>.Zero), asinh, -asinh);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Balls Sigmoid(Balls x, out Balls complement)
    {
        var small = Exp(-Magnitude(x));
        var greater = 1 / (1 + small);
        var lesser = small * greater;
        var isPositive = Vector512.GreaterThan(x.Centre, Vector512<double>.Zero);
        complement = Choose(isPositive, lesser, greater);
        return Choose(isPositive, greater, lesser);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Balls Tanh(Balls x, out Balls sechSquared)
    {
        var less = ExpM1(-2 * Magnitude(x), out var exp);
        var more = 1 + exp;
        sechSquared = 4 * exp / (more * more);
        var tanh = -less / (less + 2);
        return Choose(Vector512.GreaterThan(x.Centre, Vector512<double>.Zero), tanh, -tanh);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Balls Softplus(Balls x, out Balls sigmoid, out Balls complement)
    {
        sigmoid = Sigmoid(x, out complement);
        return Choose(Vector512.GreaterThan(x.Centre, Vector512<double>.Zero), x, 0) + Log1P(Exp(-Magnitude(x)));
    }

    private static Constant Third { get; } = Constant.Of("0.33333333333333333333333333333333333", "1/3");

    /// <summary>x + x²/2 + x³/6 + x⁴/24, without the rest, of which x⁵/120 is nearly all.</summary>
    [MethodImpl(Inline)]
    private static Balls NearExpM1(Balls x)
    {
        var series = x * (1 + (0.5 * x * (1 + (Third * x * (1 + (0.25 * x))))));
        return Widened(series, Near * Near * Near * Near / 100);
    }

    [MethodImpl(Inline)]
    private static Balls Widened(Balls x, double relative) => new(x.Centre, x.Radius + (Vector512.Abs(x.Centre) * Vector512.Create(relative)));

    [MethodImpl(Inline)]
    private static Vector512<double> IsNear(Balls x, double limit) => Vector512.LessThan(Vector512.Abs(x.Centre), Vector512.Create(limit));

    /// <summary>By a condition on the centre alone: both sides are right on both sides of it.</summary>
    [MethodImpl(Inline)]
    private static Balls Choose(Vector512<double> mask, Balls whenTrue, Balls whenFalse) => new(
        Vector512.ConditionalSelect(mask, whenTrue.Centre, whenFalse.Centre),
        Vector512.ConditionalSelect(mask, whenTrue.Radius, whenFalse.Radius));
}
