namespace Hillock.Training;

/// <summary>The exponentials in losses.</summary>
internal static class Exponentials
{
    /// <summary>1 / (1 + e⁻ᶻ), without overflow on either side.</summary>
    public static double Sigmoid(double z)
    {
        var e = Math.Exp(-Math.Abs(z));
        return (z >= 0 ? 1 : e) / (1 + e);
    }

    /// <summary>ln(1 + x) for x ≥ 0. The error of ln u at the rounded u = 1 + x is that of u − 1, so their ratio is right.</summary>
    public static double Log1P(double x)
    {
        var u = 1 + x;
        return u == 1 ? x : Math.Log(u) * (x / (u - 1));
    }
}
