using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Hillock;

/// <summary>Φ and erf from Mills' ratio (1 − Φ(t))/φ(t), whose values at multiples of 1/16 come from <see cref="BigReal"/> and whose Taylor series from its differential equation.</summary>
internal readonly partial struct Balls
{
    private const double StepsPerUnit = 16;
    private const int LastUnit = 16;
    private const int Order = 10;

    // Good to 2⁻⁴⁴ after the recurrence, which multiplies what the table lacks by at most e^(t/32).
    private const double MillsTrusted = 1.0 / (1L << 44);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Balls NormalCdf(Balls x, out Balls density)
    {
        density = InverseRootOfTwoPi * Exp(-0.5 * (x * x));
        var tail = density * MillsRatio(Magnitude(x));
        return Choose(Vector512.GreaterThan(x.Centre, Vector512<double>.Zero), 1 - tail, tail);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Balls Erf(Balls x, out Balls slope)
    {
        const double Small = 0.125;
        var square = x * x;
        var exp = Exp(-square);
        slope = TwoOverRootPi * exp;
        var far = 1 - (InverseRootOfTwoPi * (2 * exp) * MillsRatio(RootOfTwo * Magnitude(x)));
        far = Choose(Vector512.GreaterThan(x.Centre, Vector512<double>.Zero), far, -far);

        // x − x³/3 + x⁵/10 − x⁷/42 + x⁹/216 − x¹¹/1320, and x¹³/9360 is left.
        Balls series = 1 / 1320.0;
        series = (1 / 216.0) - (square * series);
        series = (1 / 42.0) - (square * series);
        series = 0.1 - (square * series);
        series = Third - (square * series);
        series = TwoOverRootPi * x * (1 - (square * series));
        return Choose(IsNear(x, Small), Widened(series, Rounding + (1.0 / (1L << 46))), far);
    }

    internal static Constant InverseRootOfTwoPi { get; } = Constant.Of("0.39894228040143267793994605993438", "1 / sqrt(2 * pi)");

    internal static Constant TwoOverRootPi { get; } = Constant.Of("1.1283791670955125738961589031215", "2 / sqrt(pi)");

    private static Constant RootOfTwo { get; } = Constant.Of("1.4142135623730950488016887242097", "sqrt(2)");

    private static Balls MillsRatio(Balls t)
    {
        var place = Vector512.Min(t.Centre, Vector512.Create((double)LastUnit)) * StepsPerUnit;
        var index = Vector512.ConvertToInt64(place + Vector512.Create(0.5));
        var at = Vector512.ConvertToDouble(index) / StepsPerUnit;
        Span<double> table = stackalloc double[Vector512<double>.Count];
        for (var i = 0; i < table.Length; i++)
        {
            // A NaN has no place in the table; its radius says so already.
            table[i] = MillsTable.Values[Math.Clamp(index[i], 0, MillsTable.Values.Length - 1)];
        }

        // M′ = tM − 1, so (n + 1)·cₙ₊₁ = t·cₙ + cₙ₋₁ from c₁ = t·c₀ − 1 on.
        var h = t.Centre - at;
        var previous = Vector512.Create<double>(table);
        var coefficient = (at * previous) - Vector512<double>.One;
        var (sum, power) = (previous + (coefficient * h), h);
        for (var n = 1; n < Order; n++)
        {
            (previous, coefficient) = (coefficient, ((at * coefficient) + previous) / (n + 1.0));
            power *= h;
            sum += coefficient * power;
        }

        // |M′| < 1. Far out M < 1/t will do: there the density is below 2⁻¹⁸⁰.
        var far = Vector512.GreaterThan(t.Centre, Vector512.Create((double)LastUnit));
        var bound = Vector512<double>.One / t.Centre;
        return new(
            Vector512.ConditionalSelect(far, bound, sum),
            Vector512.ConditionalSelect(far, bound, (sum * Vector512.Create(MillsTrusted)) + t.Radius));
    }

    /// <summary>Apart, so that it is computed only where it is needed.</summary>
    private static class MillsTable
    {
        public static readonly double[] Values =
            [.. Enumerable.Range(0, (LastUnit * (int)StepsPerUnit) + 1).Select(i => (double)BigReal.Mills(i / StepsPerUnit))];
    }
}
