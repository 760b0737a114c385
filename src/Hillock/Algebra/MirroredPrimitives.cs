namespace Hillock;

// Odd functions let the sign out, even ones drop it, others keep it inside.
internal readonly partial record struct Mirrored
{
    public static Mirrored Sqrt(Mirrored x) => Other("sqrt", x, Interval.Sqrt(x.values));

    public static Mirrored Exp(Mirrored x) => Other("exp", x, Interval.Exp(x.values));

    public static Mirrored ExpM1(Mirrored x, out Mirrored exp)
    {
        exp = Exp(x);
        return Other("expm1", x, Interval.ExpM1(x.values, out _));
    }

    public static Mirrored Log(Mirrored x) => Other("log", x, Interval.Log(x.values));

    public static Mirrored Log1P(Mirrored x) => Other("log1p", x, Interval.Log1P(x.values));

    public static Mirrored Sigmoid(Mirrored x, out Mirrored complement)
    {
        complement = Other("sigmoid", -x, Interval.Sigmoid(-x.values, out _));
        return Other("sigmoid", x, Interval.Sigmoid(x.values, out _));
    }

    public static Mirrored Tanh(Mirrored x, out Mirrored sechSquared)
    {
        var tanh = Interval.Tanh(x.values, out var s);
        sechSquared = Even("sech2", x, s);
        return Odd("tanh", x, tanh);
    }

    public static Mirrored Softplus(Mirrored x, out Mirrored sigmoid, out Mirrored complement)
    {
        sigmoid = Sigmoid(x, out complement);
        return Other("softplus", x, Interval.Softplus(x.values, out _, out _));
    }

    public static Mirrored NormalCdf(Mirrored x, out Mirrored density)
    {
        var cdf = Interval.NormalCdf(x.values, out var d);
        density = Even("density", x, d);
        return Other("normalcdf", x, cdf);
    }

    public static Mirrored Erf(Mirrored x, out Mirrored slope)
    {
        var erf = Interval.Erf(x.values, out var s);
        slope = Even("erf'", x, s);
        return Odd("erf", x, erf);
    }

    public static Mirrored Sin(Mirrored x, out Mirrored cos)
    {
        var sin = Interval.Sin(x.values, out var c);
        cos = Even("cos", x, c);
        return Odd("sin", x, sin);
    }

    public static Mirrored Sinc(Mirrored x, out Mirrored slope)
    {
        var sinc = Interval.Sinc(x.values, out var s);
        slope = Odd("sinc'", x, s);
        return Even("sinc", x, sinc);
    }

    public static Mirrored Asinh(Mirrored x, out Mirrored slope)
    {
        var asinh = Interval.Asinh(x.values, out var s);
        slope = Even("asinh'", x, s);
        return Odd("asinh", x, asinh);
    }

    public static Mirrored Atan(Mirrored x) => Odd("atan", x, Interval.Atan(x.values));

    public static Mirrored Softsign(Mirrored x, out Mirrored complement)
    {
        var softsign = Interval.Softsign(x.values, out var c);
        complement = Even("softsign'", x, c);
        return Odd("softsign", x, softsign);
    }

    private static Mirrored Odd(string name, Mirrored x, Interval values) => x.IsZero ? 0 : new Mirrored($"{name}({x.text})", x.isNegative, values);

    private static Mirrored Even(string name, Mirrored x, Interval values) => new($"{name}({x.text})", false, values);

    private static Mirrored Other(string name, Mirrored x, Interval values) => new($"{name}({x})", false, values);
}
