namespace Hillock;

/// <summary>The limits of a function and its slope at ±∞, read off at three ever greater numbers.</summary>
internal static class Limit
{
    private const double Settled = 1e-9;

    // The cube of the greatest is still far inside the range of a double.
    private static readonly double[] Far = [Math.ScaleB(1, 100), Math.ScaleB(1, 150), Math.ScaleB(1, 200)];

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

        return Tendency(values[0], values[1], values[2]);
    }

    private static double Tendency(double first, double second, double third)
    {
        if (third == second || Math.Abs(third - second) <= Settled * Math.Abs(third))
        {
            return third;
        }

        var (a, b, c) = (Math.Abs(first), Math.Abs(second), Math.Abs(third));
        return a < b && b < c ? Math.CopySign(double.PositiveInfinity, third)
            : a >= b && b > c ? Math.CopySign(0, third)
            : double.NaN;
    }

    private static Twofold<Doubles1> Lane(double value) => value;
}
