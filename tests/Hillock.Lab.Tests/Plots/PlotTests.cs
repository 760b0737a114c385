namespace Hillock.Lab.Tests;

/// <summary>What is to be drawn, against mathematics.</summary>
public class PlotTests
{
    private static readonly CurveKind[] ValuesAndSlopes = [CurveKind.Value, CurveKind.Slope];

    /// <summary>Where |f′| is 0.01: σ(1 − σ) at ln((1 + √0.96)/(1 − √0.96)), sech² at arcosh 10.</summary>
    public static TheoryData<string, string, double, double> Saturated => new()
    {
        { "sigmoid", "-8:-2", -8, -4.58487 },
        { "sigmoid", "2:8", 4.58487, 8 },
        { "tanh", "0:8", 2.99322, 8 },
        { "relu", "-4:4", -4, 0 },
        { "relu6", "1:8", 6, 8 },
        { "soft_shrink", "-1:1", -0.5, 0.5 },
        { "step", "-1:1", -1, 1 },
    };

    [Theory]
    [MemberData(nameof(Saturated))]
    public void Zones_without_slope_end_where_it_is_a_hundredth(string name, string range, double low, double high)
    {
        var zone = Of(name, range).Saturated.ShouldHaveSingleItem();
        zone.Low.ShouldBe(low, 1e-5);
        zone.High.ShouldBe(high, 1e-5);
    }

    [Theory]
    [InlineData("square", "-4:4")] // The bottom of a valley is not saturated.
    [InlineData("linear", "-4:4")]
    public void Nothing_else_is_saturated(string name, string range) => Of(name, range).Saturated.ShouldBeEmpty();

    [Theory]
    [InlineData("log(x)")]
    [InlineData("1/x")]
    [InlineData("x + 1/x**2")]
    public void A_pole_does_not_flatten_the_rest(string formula)
    {
        var plot = Plot.Of([Catalog.Parse(formula)], ValuesAndSlopes);
        (plot.Y.High - plot.Y.Low).ShouldBeLessThan(4 * plot.X.High);
    }

    [Fact]
    public void Only_one_function_shows_where_it_is_saturated() =>
        Plot.Of([Catalog.Parse("relu"), Catalog.Parse("tanh")], [CurveKind.Value]).Saturated.ShouldBeEmpty();

    [Theory]
    [InlineData("step", 2, 1, 1)]
    [InlineData("sign", 2, 2, 1)]
    [InlineData("ternary", 3, 2, 2)]
    public void Jumps_are_gaps_with_marks_on_both_sides(string name, int levels, int approached, int attained)
    {
        var plot = Of(name, "-2:2");
        var flat = plot.Curves[0].Strokes;
        flat.ShouldAllBe(stroke => stroke.All(point => point.Y == stroke[0].Y));
        flat.Count.ShouldBe(levels);
        plot.Marks.Count(mark => mark.Kind == MarkKind.Approached).ShouldBe(approached);
        plot.Marks.Count(mark => mark.Kind == MarkKind.Attained).ShouldBe(attained);
        plot.Marks.Count.ShouldBe(approached + attained);
    }

    [Fact]
    public void Kinks_are_marked_and_corners_are_sharp()
    {
        var plot = Of("relu", "-3.3:4");
        plot.Marks.ShouldHaveSingleItem().ShouldBe(new(new(0, 0), MarkKind.Kink, 0));
        plot.Curves[0].Strokes.ShouldHaveSingleItem().ShouldContain(new PlotPoint(0, 0));

        // The slope jumps where the value bends.
        plot.Curves[1].Strokes.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("gelu")]
    [InlineData("sigmoid")]
    [InlineData("tanh")]
    public void What_is_smooth_is_one_stroke(string name)
    {
        var plot = Of(name, "-1000:1000");
        plot.Curves.ShouldAllBe(curve => curve.Strokes.Count == 1);
        plot.Marks.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("relu6", 8)] // A kink at 6.
    [InlineData("hat", 2)] // Kinks at 0, ½ and 1, straight elsewhere.
    [InlineData("ternary", 2)] // Jumps at ±½.
    [InlineData("sine", 6)] // Turns at ±½π, ±1½π: ±4.7.
    [InlineData("sine(omega=30)", 0.25)] // The same thirty times as close.
    [InlineData("sinc", 12)] // Turns at 0, ±4.5, ±7.7.
    [InlineData("sigmoid", 6)] // Saturated beyond ±4.6.
    [InlineData("softsign", 4)] // Saturated beyond ±9, which is too far.
    [InlineData("exponential", 6)]
    [InlineData("ncu", 4)]
    [InlineData("symexp", 4)]
    [InlineData("square", 4)]
    public void Every_function_fits_its_picture(string name, double reach)
    {
        var plot = Plot.Of([Catalog.Parse(name)], ValuesAndSlopes);
        plot.X.ShouldBe(new(-reach, reach));
        foreach (var curve in plot.Curves)
        {
            // Three tenths of each curve at least are to be seen.
            var seen = curve.Within(plot.Y).Sum(part => part[^1].X - part[0].X);
            seen.ShouldBeGreaterThan(0.3 * plot.X.Width * (1 - 1e-6), $"{curve.Name} within {plot.X} and {plot.Y}");
            curve.Within(plot.Y).SelectMany(part => part).ShouldAllBe(point => point.Y >= plot.Y.Low && point.Y <= plot.Y.High);
        }
    }

    [Theory]
    [InlineData("gelu", "-1e-6:1e-6")]
    [InlineData("gelu", "1e99:1e100")]
    [InlineData("exponential", "-1e100:1e100")]
    [InlineData("gcu", "-1e6:1e6")]
    [InlineData("sinc", "-1e5:1e5")]
    [InlineData("square", "-1e100:1e100")]
    [InlineData("step", "5:6")]
    public void Any_range_can_be_drawn(string name, string range)
    {
        var plot = Plot.Of([Catalog.Parse(name)], [CurveKind.Value, CurveKind.Slope, CurveKind.Curvature], Range(range));
        plot.X.ShouldBe(Range(range));
        double.IsFinite(plot.Y.Width).ShouldBeTrue();
        SvgPlot.Draw(plot).ShouldNotContain("NaN");
    }

    [Fact]
    public void Too_many_curves_are_refused() =>
        Should.Throw<HillockException>(() => Plot.Of([.. Catalog.Functions.Take(8).Select(f => f.Create())], ValuesAndSlopes))
            .Message.ShouldContain("16 curves are too many");

    [Fact]
    public void Every_curve_has_a_pattern_of_its_own() =>
        Enumerable.Range(0, Plot.MostCurves).Select(i => string.Join(' ', PlotStyle.Dashes(i))).ShouldBeUnique();

    private static Plot Of(string name, string range) => Plot.Of([Catalog.Parse(name)], ValuesAndSlopes, Range(range));

    private static PlotRange Range(string text) => new(double.Parse(text.Split(':')[0]), double.Parse(text.Split(':')[1]));
}
