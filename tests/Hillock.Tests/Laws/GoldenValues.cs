namespace Hillock.Tests;

/// <summary>The bounds of the design, section 2, against 220-digit truths.</summary>
public class GoldenValues
{
    private const double SlopeBound32 = 1.0 / (1 << 22);
    private static readonly double SlopeBound64 = Math.ScaleB(1, -50);

    // Their slopes are 1 + cos, flat where slope and curvature vanish together: exact to the digits of 1, not of the slope.
    private static readonly string[] FlatWaves = ["snake", "sinlu", "coslu", "vlu"];

    public static TheoryData<string> Names => EveryFunction.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Float32_is_within_2_ulp(string name)
    {
        var rows = Golden.Of(name);
        var y = new float[rows.Count];
        EveryFunction.Named(name).Create().Forward([.. rows.Select(r => r.X)], y);
        for (var i = 0; i < y.Length; i++)
        {
            Ulp.OfSingle(y[i], rows[i].F).ShouldBeLessThanOrEqualTo(2, $"{name}({rows[i].X:R}) = {rows[i].F:R}, got {y[i]:R}");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Float64_is_within_4_ulp(string name)
    {
        var rows = Golden.Of(name);
        var y = new double[rows.Count];
        EveryFunction.Named(name).Create().Forward([.. rows.Select(r => (double)r.X)], y);
        for (var i = 0; i < y.Length; i++)
        {
            Ulp.OfDouble(y[i], rows[i].F).ShouldBeLessThanOrEqualTo(4, $"{name}({rows[i].X:R}) = {rows[i].F:R}, got {y[i]:R}");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_float32_slope_is_within_its_bound(string name)
    {
        var rows = Golden.Of(name);
        var slopes = new float[rows.Count];
        EveryFunction.Named(name).Create().Backward([.. rows.Select(r => r.X)], [.. rows.Select(_ => 1f)], slopes);
        for (var i = 0; i < slopes.Length; i++)
        {
            if (rows[i].Slope is { } truth)
            {
                var bound = (SlopeBound32 * (Math.Abs(truth) + Math.Abs(rows[i].Curvature ?? 0))) + float.Epsilon;
                (slopes[i] == (float)truth || Math.Abs(slopes[i] - truth) <= bound).ShouldBeTrue($"{name}'({rows[i].X:R}) = {truth:R}, got {slopes[i]:R}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_float64_slope_is_within_its_bound(string name)
    {
        var rows = Golden.Of(name);
        var slopes = new double[rows.Count];
        EveryFunction.Named(name).Create().Backward([.. rows.Select(r => (double)r.X)], [.. rows.Select(_ => 1d)], slopes);
        for (var i = 0; i < slopes.Length; i++)
        {
            if (rows[i].Slope is { } truth)
            {
                // What has underflowed may still be multiplied by x².
                var least = double.Epsilon * (1 + ((double)rows[i].X * rows[i].X));
                var scale = Math.Abs(truth) + Math.Abs(rows[i].Curvature ?? 0) + (FlatWaves.Contains(name) ? 1 : 0);
                var bound = (SlopeBound64 * scale) + least;
                (slopes[i] == truth || Math.Abs(slopes[i] - truth) <= bound).ShouldBeTrue($"{name}'({rows[i].X:R}) = {truth:R}, got {slopes[i]:R}");
            }
        }
    }

    /// <summary>The truths have eight digits of it, and where it jumps the mean of both sides. Where the formula is 0/0 there is none.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void The_curvature_is_right_to_seven_digits(string name)
    {
        // Nearer to 0, x + 2 is 2.
        const double Aside = 1e-6, Nearest = 1e-15;
        var f = EveryFunction.Named(name).Create();
        foreach (var row in Golden.Of(name).Where(row => Math.Abs((double)row.X) is 0 or (> Nearest and < 16) && row.Curvature is not null))
        {
            var (truth, curvature) = (row.Curvature!.Value, f.Curvature(row.X));
            var scale = 1 + Math.Abs(truth) + Math.Abs(row.Slope ?? 0);
            (double.IsNaN(curvature)
                || Math.Abs(curvature - truth) <= 1e-7 * scale
                || Math.Abs(((f.Curvature(row.X - Aside) + f.Curvature(row.X + Aside)) / 2) - truth) <= 1e-4 * scale)
                .ShouldBeTrue($"{name}″({row.X:R}) = {truth:R}, got {curvature:R}");
        }
    }
}
