namespace Hillock.Training;

/// <summary>Classes of points in the plane, each a way in which a straight line fails; and one curve.</summary>
internal static class PlanePoints
{
    private const double SpiralTurns = 1.25, InnerRadius = 0.5, BlobDistance = 2;

    /// <summary>
    /// Clusters about the corners (±1, ±1), class 1 where the signs differ. No straight line gets more than 3 corners of 4 right, and
    /// equal noise about each corner gives it no more than 75 % of the points either, in the mean.
    /// </summary>
    /// <remarks>The corner is drawn, not taken in turn, so that each class holds both of its corners whatever the order.</remarks>
    public static float Xor(Draws draws, int label, double noise, Span<float> features)
    {
        int x = draws.Next(2) == 0 ? -1 : 1;
        return Put(features, draws, noise, x, label == 0 ? x : -x, label);
    }

    /// <summary>Two half circles, each reaching into the hollow of the other.</summary>
    public static float Moons(Draws draws, int label, double noise, Span<float> features)
    {
        var (x, y) = UnitCircle.At(draws.NextUniform(0, 0.5));
        return label == 0 ? Put(features, draws, noise, x, y, label) : Put(features, draws, noise, 1 - x, 0.5 - y, label);
    }

    /// <summary>A circle of radius ½ within one of radius 1.</summary>
    public static float Circles(Draws draws, int label, double noise, Span<float> features)
    {
        var (x, y) = UnitCircle.At(draws.NextUniform());
        double radius = label == 0 ? 1 : InnerRadius;
        return Put(features, draws, noise, radius * x, radius * y, label);
    }

    /// <summary>Two arms from the centre out to radius 1, half a turn apart.</summary>
    public static float Spiral(Draws draws, int label, double noise, Span<float> features)
    {
        // The square root spreads the points evenly along an arm, which is longer per turn the farther out it is.
        double radius = Math.Sqrt(draws.NextUniform());
        var (x, y) = UnitCircle.At(SpiralTurns * radius + 0.5 * label);
        return Put(features, draws, noise, radius * x, radius * y, label);
    }

    /// <summary>Clusters evenly about a circle of radius 2.</summary>
    public static PointGenerator Blobs(int classes) => (draws, label, noise, features) =>
    {
        var (x, y) = UnitCircle.At((label + 0.5) / classes);
        return Put(features, draws, noise, BlobDistance * x, BlobDistance * y, label);
    };

    /// <summary>y = sin 2πx for x in [−1, 1]: two periods.</summary>
    public static float Sine(Draws draws, int label, double noise, Span<float> features)
    {
        double x = draws.NextUniform(-1, 1);
        features[0] = (float)x;
        return (float)(UnitCircle.At(x).Y + noise * draws.NextNormal());
    }

    private static float Put(Span<float> features, Draws draws, double noise, double x, double y, int label)
    {
        features[0] = (float)(x + noise * draws.NextNormal());
        features[1] = (float)(y + noise * draws.NextNormal());
        return label;
    }
}
