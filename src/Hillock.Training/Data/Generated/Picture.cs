namespace Hillock.Training;

/// <summary>A grey picture as a function of its coordinates: rings, stripes, squares, and a shaded ball.</summary>
/// <remarks>
/// What implicit representations are tried on (Sitzmann et al. 2020, arXiv:2006.09661): rectifiers learn the shading and blur the rest.
/// </remarks>
internal static class Picture
{
    private const int Side = 64;
    private const double Contrast = 0.4, Rings = 6, Stripes = 5, Squares = 4, Radius = 0.4;

    public static BuiltInDataset Data { get; } = new(
        "picture", $"a grey picture of {Side}×{Side} pixels as a function of x and y, judged by how well it is represented: regression",
        LearningTask.Regression, ["x", "y"], [], Side * Side, 0, Draw)
    { IsRepresented = true, Criterion = Criterion.PeakSignalToNoise };

    private static double Draw(scoped in DrawnRow row)
    {
        int side = (int)Math.Sqrt(row.Rows);
        if (side * side != row.Rows)
            throw new HillockException($"picture: {row.Rows} rows are asked for; the picture is square, write for example {Side * Side}");
        double x = (((row.Index % side) + 0.5) * 2 / side) - 1, y = (((row.Index / side) + 0.5) * 2 / side) - 1;
        (row.Features[0], row.Features[1]) = ((float)x, (float)y);
        row.Targets[0] = (float)Math.Clamp(0.5 + (Contrast * Brightness(x, y)) + (row.Noise * row.Draws.NextNormal()), 0, 1);
        return double.NaN;
    }

    /// <summary>From −1 to 1; y points down.</summary>
    private static double Brightness(double x, double y)
    {
        double distance = Math.Sqrt(Square(Math.Abs(x) - 0.5) + Square(Math.Abs(y) - 0.5));
        return (x < 0, y < 0) switch
        {
            (true, true) => UnitCircle.At(Rings * distance).X,
            (false, true) => UnitCircle.At(Stripes * (x + (0.6 * y))).X,
            (true, false) => (Math.Floor(Squares * x) + Math.Floor(Squares * y)) % 2 == 0 ? 1 : -1,
            _ => distance < Radius ? (2 * (1 - (distance / Radius)) * (1 - x)) - 0.5 : y - x,
        };
    }

    private static double Square(double x) => x * x;
}
