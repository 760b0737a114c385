using FsCheck;
using FsCheck.Fluent;

namespace Hillock.Tests;

/// <summary>What lies in the operands has its result in the result: the one law of intervals.</summary>
public class IntervalTests
{
    private const double Inf = double.PositiveInfinity;
    private const int Digits = 160;
    private const int Tries = 150;

    /// <summary>Two ends and where between them, of all sizes; one in eight has both ends the same.</summary>
    private static readonly Arbitrary<(double Low, double High, double X)> Boxes = Arb.From(
        from significand in Gen.Choose(-1 << 30, 1 << 30)
        from exponent in Gen.Choose(-60, -18)
        from width in Gen.Choose(0, 1 << 30)
        from widthExponent in Gen.Choose(-90, -24)
        from share in Gen.Choose(0, 16)
        let low = Math.ScaleB(significand, exponent)
        let high = width % 8 == 0 ? low : low + Math.ScaleB(width, widthExponent)
        select (low, high, Math.Clamp(low + ((high - low) * (share / 16.0)), low, high)));

    public static TheoryData<string> Names => [.. Primitive.All.Select(p => p.Name)];

    public static TheoryData<string> Operations => ["+", "-", "*", "/"];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_primitive_of_an_interval_contains_those_of_its_numbers(string name)
    {
        var primitive = Primitive.All.Single(p => p.Name == name);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(Tries), Prop.ForAll(Boxes, box =>
        {
            var (a, b) = (primitive.Domain(box.Low), primitive.Domain(box.High));
            var x = Math.Clamp(primitive.Domain(box.X), Math.Min(a, b), Math.Max(a, b));
            var bounds = primitive.Bounds(new(Math.Min(a, b), Math.Max(a, b)));
            return Holds(bounds, primitive.At(x)).Label($"{name}({x:R}) in {bounds}");
        }));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_primitive_of_one_number_is_as_narrow_as_the_kernel_is_accurate(string name)
    {
        var primitive = Primitive.All.Single(p => p.Name == name);
        foreach (var x in Enumerable.Range(-80, 161).Select(i => primitive.Domain((i / 8.0) + 0.01)))
        {
            var bounds = primitive.Bounds(x);
            bounds.Width.ShouldBeLessThan((1e-14 * Math.Abs(bounds.Middle)) + 2e-15, $"{name}({x:R}) in {bounds}");
        }
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public void Arithmetic_of_intervals_contains_that_of_their_numbers(string operation) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(4 * Tries), Prop.ForAll(Boxes, Boxes, (left, right) =>
        {
            Interval a = new(left.Low, left.High), b = new(right.Low, right.High);
            BigReal x = new(left.X, 2 * Digits), y = new(right.X, 2 * Digits);
            var (bounds, truth) = operation switch
            {
                "+" => (a + b, x + y),
                "-" => (a - b, x - y),
                "*" => (a * b, x * y),
                _ => (a / b, x / y),
            };
            return (Holds(bounds, truth) || (operation == "/" && right.X == 0)).Label($"{left.X:R} {operation} {right.X:R} in {bounds}");
        }));

    [Fact]
    public void What_is_exact_stays_exact()
    {
        Interval x = new(-0.5, 3);
        (x + 1).ShouldBe(new(0.5, 4));
        (x * 2).ShouldBe(new(-1, 6));
        (x / 4).ShouldBe(new(-0.125, 0.75));
        Interval.Sqrt(new(4, 9)).ShouldBe(new(2, 3));
        Interval.Max(x, 0).Low.ShouldBe(0);
        (0 * Interval.Line).ShouldBe(0);
    }

    [Fact]
    public void What_is_rounded_is_so_outwards()
    {
        var tenth = (Interval)1 / 10;
        tenth.Low.ShouldBe(Math.BitDecrement(0.1));
        tenth.High.ShouldBe(0.1);
        ((Interval)1e308 * 10).ShouldBe(new(double.MaxValue, Inf));
        ((Interval)1e-300 * 1e-300).ShouldBe(new(0, double.Epsilon));
        ((Interval)Constant.Of("0.1")).Low.ShouldBe(Math.BitDecrement(0.1));
    }

    [Fact]
    public void A_divisor_that_may_be_0_leaves_all_open()
    {
        (1 / new Interval(-1, 2)).ShouldBe(Interval.Line);
        (1 / new Interval(0, 2)).ShouldBe(new(0.5, Inf));
        (1 / new Interval(-2, 0)).ShouldBe(new(-Inf, -0.5));
        (1 / (Interval)0).ShouldBe(Interval.Line);
    }

    [Fact]
    public void A_choice_is_taken_where_it_is_decided_and_otherwise_left_open()
    {
        Elu(new(1, 2)).ShouldBe(new(1, 2));
        Elu(new(-2, -1)).High.ShouldBe(-0.632, 0.001);
        Elu(new(-1, 2)).IsBroken.ShouldBeTrue();
        Elu(new(-1, 2)).Contains(new Interval(-0.632, 2)).ShouldBeTrue();
        default(Relu).Of(new Interval(-1, 2)).Contains(-1e-300).ShouldBeFalse();

        static Interval Elu(Interval x) => new Elu().Of(x);
    }

    [Fact]
    public void Slopes_over_intervals_are_bounds_of_slopes()
    {
        // The greatest slope of GELU is at √2 (f″ = φ·(2 − x²)): Φ(√2) + √2·φ(√2), mpmath.
        var slope = default(Gelu).Of(new Dual<Interval>(new(1.414, 1.415), 1)).Slope;
        slope.Contains(1.1289041451851548).ShouldBeTrue();
        slope.Width.ShouldBeLessThan(0.01);
    }

    [Fact]
    public void An_unbounded_interval_has_bounded_values_where_the_function_has()
    {
        default(Silu).Of(new Interval(-Inf, 0)).Low.ShouldBe(-0.27846454276107380, 1e-14);
        default(Gelu).Of(new Interval(-Inf, Inf)).Low.ShouldBe(-0.16997120747990369, 1e-14);
        default(Sigmoid).Of(Interval.Line).ShouldBe(new(0, 1));
        default(Arctan).Of(Interval.Line).High.ShouldBe(Math.PI / 2, 1e-15);
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(double.NaN, 1)]
    [InlineData(Inf, Inf)]
    [InlineData(-Inf, -Inf)]
    public void Bounds_without_a_real_between_are_refused(double low, double high) =>
        Should.Throw<ArgumentException>(() => new Interval(low, high)).Message.ShouldContain("lower bound");

    [Fact]
    public void Bounds_are_shown_to_all_digits() => new Interval(-0.1, Inf).ToString().ShouldBe("[-0.1, Infinity]");

    private static bool Holds(Interval bounds, BigReal truth) =>
        (double.IsInfinity(bounds.Low) || (double)(truth < bounds.Low) == 0) && (double.IsInfinity(bounds.High) || (double)(truth > bounds.High) == 0);
}
