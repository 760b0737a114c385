namespace Hillock;

/// <summary>The limits of a function and its slope at ±∞, read off at ever greater numbers.</summary>
/// <remarks>
/// At so many that a function without a limit, such as sin x or x·cos x, neither settles, nor grows, nor fades at all of them.
/// </remarks>
internal static class Limit
{
    private const double Settled = 1e-9;

    // The cube of the greatest is still far inside the range of a double.
    private static readonly double[] Far = [.. Enumerable.Range(0, 11).Select(i => Math.ScaleB(1, 100 + (10 * i)))];

    /// <summary>f(x) for an infinite x; NaN where there is no limit, and for NaN.</summary>
    public static double Value<F>(F f, double x)
        where F : struct, IActivation =>
        At(x, far => f.Of(Lane(far)));

    /// <summary>f′(x) for an infinite x; NaN where there is no limit, and for NaN.</summary>
    public static double Slope<F>(F f, double x)
        where F : struct, IActivation =>
        At(x, far => f.Of(new Dual<Twofold<Doubles1>>(Lane(far), 1)).Slope);

    /// <summary>∂f/∂p at an infinite x; NaN where there is no limit, and for NaN.</summary>
    public static double ParameterSlope<F>(F f, double x, double parameter)
        where F : struct, IVariable =>
        At(x, far => f.Of(new Dual<Twofold<Doubles1>>(Lane(far), 0), new(parameter, 1)).Slope);

    /// <summary>f(x; p) for an infinite x; NaN where there is no limit, and for NaN.</summary>
    public static double Value<F>(F f, double x, double parameter)
        where F : struct, IVariable =>
        At(x, far => f.Of(Lane(far), parameter));

    /// <summary>∂f/∂x at an infinite x; NaN where there is no limit, and for NaN.</summary>
    public static double Slope<F>(F f, double x, double parameter)
        where F : struct, IVariable =>
        At(x, far => f.Of(new Dual<Twofold<Doubles1>>(Lane(far), 1), new(parameter, 0)).Slope);

    private static double At(double x, Func<double, Twofold<Doubles1>> function)
    {
        if (double.IsNaN(x))
        {
            return x;
        }

        Span<double> values = stackalloc double[Far.Length];
        for (var i = 0; i < Far.Length; i++)
        {
            function(Math.CopySign(Far[i], x)).Store(ref values[i]);
        }

        return Tendency(values);
    }

    private static double Tendency(ReadOnlySpan<double> values)
    {
        var (last, grows, fades) = (values[^1], true, true);
        if (last == values[^2] || Math.Abs(last - values[^2]) <= Settled * Math.Abs(last))
        {
            return last;
        }

        for (var i = 1; i < values.Length; i++)
        {
            var (a, b) = (Math.Abs(values[i - 1]), Math.Abs(values[i]));
            grows &= a < b && double.IsNegative(values[i]) == double.IsNegative(last);
            fades &= a > b || b == 0;
        }

        return grows ? Math.CopySign(double.PositiveInfinity, last)
            : fades ? Math.CopySign(0, last)
            : double.NaN;
    }

    private static Twofold<Doubles1> Lane(double value) => value;
}
