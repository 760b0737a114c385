namespace Hillock.Training;

/// <summary>Digits written by a shaky hand: strokes shifted, turned, slanted, stretched, and drawn with pens of different widths.</summary>
internal static class Glyphs
{
    private const double White = 255;

    // Half the height and width of an upright digit, and the limits of what varies, in pixels, turns and shares.
    private const double HalfHeight = 5.5, HalfWidth = 5, MostShift = 1.5, MostTurn = 0.035, MostSlant = 0.2, MostStretch = 0.15;
    private const double ThinnestPen = 0.6, ThickestPen = 1.2;

    /// <summary>The size of a glyph in pixels.</summary>
    public static ImageSize Size { get; } = new(16, 16);

    /// <summary>Draws one digit, grey from 0 to 255; the noise is the standard deviation of a pixel as a share of white.</summary>
    public static float Draw(Draws draws, int label, double noise, Span<float> pixels)
    {
        var (cos, sin) = UnitCircle.At(draws.NextUniform(-MostTurn, MostTurn));
        double slant = draws.NextUniform(-MostSlant, MostSlant);
        double wide = HalfWidth * (1 + draws.NextUniform(-MostStretch, MostStretch));
        double high = HalfHeight * (1 + draws.NextUniform(-MostStretch, MostStretch));
        double centreX = Size.Width / 2.0 + draws.NextUniform(-MostShift, MostShift);
        double centreY = Size.Height / 2.0 + draws.NextUniform(-MostShift, MostShift);
        double pen = draws.NextUniform(ThinnestPen, ThickestPen);

        (double, double) Place((double X, double Y) point)
        {
            double y = high * (2 * point.Y - 1), x = wide * (2 * point.X - 1) - slant * y;
            return (centreX + cos * x - sin * y, centreY + sin * x + cos * y);
        }

        foreach (var stroke in GlyphStrokes.Digits[label])
            for (int i = 1; i < stroke.Length; i++)
                DrawLine(pixels, Place(stroke[i - 1]), Place(stroke[i]), pen);
        foreach (ref float pixel in pixels)
            pixel = (float)Math.Clamp(White * (pixel + noise * draws.NextNormal()), 0, White);
        return label;
    }

    /// <summary>
    /// Raises pixels near the line from 0 towards 1: 1 within the pen's radius, fading over one pixel's width (anti-aliasing).
    /// </summary>
    private static void DrawLine(Span<float> pixels, (double X, double Y) a, (double X, double Y) b, double pen)
    {
        double alongX = b.X - a.X, alongY = b.Y - a.Y, length2 = alongX * alongX + alongY * alongY;
        for (int i = 0; i < pixels.Length; i++)
        {
            double x = i % Size.Width + 0.5 - a.X, y = i / Size.Width + 0.5 - a.Y;
            double share = length2 == 0 ? 0 : Math.Clamp((x * alongX + y * alongY) / length2, 0, 1);
            (x, y) = (x - share * alongX, y - share * alongY);
            double ink = Math.Clamp(pen + 0.5 - Math.Sqrt(x * x + y * y), 0, 1);
            pixels[i] = Math.Max(pixels[i], (float)ink);
        }
    }
}
