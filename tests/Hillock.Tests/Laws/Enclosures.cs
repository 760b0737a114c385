namespace Hillock.Tests;

/// <summary>Bounds over a small box around x contain the 220-digit truths at x, and are narrow.</summary>
public class Enclosures
{
    private const double Share = 1.0 / (1L << 40);

    // The golden curvatures are differences of 220-digit numbers, written with 8 digits.
    private const double Known = 1e-7, Difference = 1e-60;

    public static TheoryData<string> Names => EveryFunction.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Bounds_contain_the_truth_and_are_narrow(string name)
    {
        var f = EveryFunction.Named(name).Create().Enclosure;
        foreach (var row in Golden.Of(name))
        {
            double x = row.X, around = Math.Max(Math.Abs(x) * Share, Difference);
            var jet = f.Over(new(x - around, x + around));
            Holds(jet.Value, row.F).ShouldBeTrue($"{name}({x:R}) = {row.F:R} in {jet.Value}");
            if (row.Slope is { } slope)
            {
                Holds(jet.Slope, slope).ShouldBeTrue($"{name}'({x:R}) = {slope:R} in {jet.Slope}");
            }

            if (row.Curvature is { } curvature && double.IsFinite(row.F))
            {
                var (low, high) = (curvature - (Known * Math.Abs(curvature)) - Difference, curvature + (Known * Math.Abs(curvature)) + Difference);
                (jet.Curvature.Low <= high && jet.Curvature.High >= low).ShouldBeTrue($"{name}''({x:R}) = {curvature:R} in {jet.Curvature}");
            }

            // Waves of great arguments and what overflows are not told by doubles.
            if (Math.Abs(x) < 500 && !jet.Slope.IsBroken && !jet.Value.IsBroken && row is { Slope: { } s, Curvature: { } c } && Math.Abs(c) < 1e200)
            {
                jet.Value.Width.ShouldBeLessThan(1e-11 * (1 + Math.Abs(row.F) + Math.Abs(x * s)), $"{name}({x:R}) in {jet.Value}");
                jet.Slope.Width.ShouldBeLessThan(1e-10 * (1 + Math.Abs(s) + Math.Abs(x * c)), $"{name}'({x:R}) in {jet.Slope}");
            }
        }
    }

    /// <summary>The golden number is the double nearest to the truth.</summary>
    private static bool Holds(Interval bounds, double truth) =>
        bounds.Low <= Math.BitIncrement(truth) && bounds.High >= Math.BitDecrement(truth);
}
