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
    public void NaN_stays_NaN(string name) => Primitive(name, double.NaN).ShouldBe(double.NaN);

    [Fact]
    public void The_logarithm_of_a_negative_number_is_none() => Primitive("log", -1).ShouldBe(double.NaN);

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
    }
}
