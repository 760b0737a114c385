namespace Hillock.Tests;

/// <summary>Real is the scalar that people use directly, so it takes every number there is.</summary>
public class RealTests
{
    private const double Inf = double.PositiveInfinity;

    /// <summary>Truths to 17 digits from mpmath with 40.</summary>
    public static TheoryData<string, double, double> Truths { get; } = new()
    {
        { "exp", 1, 2.718281828459045 },
        { "exp", -745, 4.9406564584124654e-324 },
        { "exp", 709.5, 1.3549863193146328e308 },
        { "exp", 710, Inf },
        { "exp", -Inf, 0 },
        { "exp", Inf, Inf },
        { "expm1", 1e-10, 1.00000000005e-10 },
        { "expm1", -50, -1 },
        { "expm1", Inf, Inf },
        { "log", 10, 2.302585092994046 },
        { "log", 5e-324, -744.4400719213812 },
        { "log", 0, -Inf },
        { "log", Inf, Inf },
        { "log1p", 1e-15, 9.999999999999995e-16 },
        { "log1p", 1e300, 690.7755278982137 },
        { "log1p", -1, -Inf },
        { "log1p", Inf, Inf },
        { "sigmoid", -40, 4.248354255291589e-18 },
        { "sigmoid", Inf, 1 },
        { "tanh", 0.001, 0.0009999996666668 },
        { "tanh", -Inf, -1 },
        { "softplus", -40, 4.248354255291589e-18 },
        { "softplus", 1000, 1000 },
        { "normcdf", -30, 4.906713927148187e-198 },
        { "normcdf", Inf, 1 },
        { "softsign", -3, -0.75 },
        { "sqrt", 2, 1.4142135623730951 },
        { "erf", 1e-300, 1.1283791670955126e-300 },
        { "erf", 0.5, 0.52049987781304654 },
        { "erf", 0.99, 0.8385080695553698 },
        { "erf", 1.01, 0.8468104962282767 },
        { "erf", -3, -0.99997790950300141 },
        { "erf", Inf, 1 },
        { "erf'", 0.5, 0.87878257893544479 },
        { "erf'", 5.9, 8.6032817175967691e-16 },
        { "sin", 1e-5, 9.9999999998333342e-6 },
        { "sin", 1, 0.84147098480789651 },
        { "sin", 3.141592653589793, 1.2246467991473532e-16 },
        { "sin", 355, -3.0144353359488449e-5 },
        { "sin", -1e6, 0.34999350217129295 },
        { "sin", 1048577, 0.97275358431344131 },
        { "sin", -1e22, 0.8522008497671888 },
        { "sin", double.MaxValue, 0.0049619547891840618 },
        { "sin", double.Epsilon, double.Epsilon },
        { "cos", 1, 0.54030230586813972 },
        { "cos", 355, -0.99999999954565898 },
        { "cos", 1048577, 0.23184146351624125 },
        { "cos", 5.319372648326541e255, -4.6871659242546276e-19 }, // The double nearest to an odd multiple of π/2 (Muller 1997).
        { "cos", double.MaxValue, -0.99998768942655994 },
        { "sinc", 1, 0.84147098480789651 },
        { "sinc", 355, -8.491367143517873e-8 },
        { "sinc", double.Epsilon, 1 },
        { "sinc", -Inf, 0 },
        { "sinc'", 1, -0.30116867893975679 },
        { "sinc'", 1e-5, -3.3333333333000003e-6 },
        { "sinc'", 355, -0.0028169011679774297 },
        { "asinh", -1e-300, -1e-300 },
        { "asinh", 1e-3, 9.9999983333340833e-4 },
        { "asinh", -0.7, -0.65266656608235575 },
        { "asinh", 12, 3.1797854376998788 },
        { "asinh", 1e9, 21.416413017506356 },
        { "asinh", double.MaxValue, 710.47586007394394 },
        { "asinh", -Inf, -Inf },
        { "asinh'", 3, 0.31622776601683793 },
        { "asinh'", 1e300, 1e-300 },
        { "atan", 1e-8, 9.9999999999999999e-9 },
        { "atan", 0.41, 0.3890972310552784 },
        { "atan", 0.42, 0.3976279915221293 },
        { "atan", 2.41, 1.177479262631279 },
        { "atan", 2.42, 1.1789429189731648 },
        { "atan", -10, -1.4711276743037346 },
        { "atan", Inf, 1.5707963267948966 },
    };

    [Theory]
    [MemberData(nameof(Truths))]
    public void Primitives_are_within_4_ulp(string name, double x, double truth) =>
        Ulp.OfDouble(Primitive(name, x), truth).ShouldBeLessThanOrEqualTo(4);

    [Theory]
    [InlineData("exp")]
    [InlineData("expm1")]
    [InlineData("log")]
    [InlineData("log1p")]
    [InlineData("sigmoid")]
    [InlineData("tanh")]
    [InlineData("softplus")]
    [InlineData("normcdf")]
    [InlineData("softsign")]
    [InlineData("sqrt")]
    [InlineData("erf")]
    [InlineData("sin")]
    [InlineData("cos")]
    [InlineData("sinc")]
    [InlineData("asinh")]
    [InlineData("atan")]
    public void NaN_stays_NaN(string name) => Primitive(name, double.NaN).ShouldBe(double.NaN);

    [Fact]
    public void The_logarithm_of_a_negative_number_is_none() => Primitive("log", -1).ShouldBe(double.NaN);

    [Theory]
    [InlineData("sin")]
    [InlineData("cos")]
    public void What_has_no_limit_is_NaN_at_infinity(string name) => Primitive(name, Inf).ShouldBe(double.NaN);

    [Theory]
    [InlineData("erf")]
    [InlineData("sin")]
    [InlineData("asinh")]
    [InlineData("atan")]
    public void Odd_primitives_keep_the_sign_of_zero(string name) => double.IsNegative(Primitive(name, -0d)).ShouldBeTrue();

    [Fact]
    public void A_function_of_a_number_is_a_number() => ((double)default(Silu).Of<Real>(2)).ShouldBe(1.7615941559557649, 1e-15);

    private static double Primitive(string name, double x) => name switch
    {
        "exp" => Real.Exp(x),
        "expm1" => Of<Real>.ExpM1(x),
        "log" => Real.Log(x),
        "log1p" => Real.Log1P(x),
        "sigmoid" => Of<Real>.Sigmoid(x),
        "tanh" => Of<Real>.Tanh(x),
        "softplus" => Of<Real>.Softplus(x),
        "normcdf" => Of<Real>.NormalCdf(x),
        "softsign" => Of<Real>.Softsign(x),
        "sqrt" => Real.Sqrt(x),
        "erf" => Of<Real>.Erf(x),
        "erf'" => Of<Real>.ErfSlope(x),
        "sin" => Of<Real>.Sin(x),
        "cos" => Of<Real>.Cos(x),
        "sinc" => Of<Real>.Sinc(x),
        "sinc'" => Of<Real>.SincSlope(x),
        "asinh" => Of<Real>.Asinh(x),
        "asinh'" => Of<Real>.AsinhSlope(x),
        "atan" => Real.Atan(x),
        _ => throw new ArgumentException(name, nameof(name)),
    };

    /// <summary>The primitives without their companions, which only generic code sees.</summary>
    private static class Of<T>
        where T : struct, IReal<T>
    {
        public static T ExpM1(T x) => T.ExpM1(x);

        public static T Sigmoid(T x) => T.Sigmoid(x);

        public static T Tanh(T x) => T.Tanh(x);

        public static T Softplus(T x) => T.Softplus(x);

        public static T NormalCdf(T x) => T.NormalCdf(x);

        public static T Softsign(T x) => T.Softsign(x);

        public static T Erf(T x) => T.Erf(x);

        public static T ErfSlope(T x)
        {
            T.Erf(x, out var slope);
            return slope;
        }

        public static T Sin(T x) => T.Sin(x);

        public static T Cos(T x) => T.Cos(x);

        public static T Sinc(T x) => T.Sinc(x);

        public static T Asinh(T x) => T.Asinh(x);

        public static T AsinhSlope(T x)
        {
            T.Asinh(x, out var slope);
            return slope;
        }

        public static T SincSlope(T x)
        {
            T.Sinc(x, out var slope);
            return slope;
        }
    }
}
