using MathNet.Numerics.LinearAlgebra;

namespace Hillock.Lab;

/// <summary>How much of a layer's width is used: the directions that explain nearly all variance of its outputs, over its units.</summary>
/// <remarks>
/// Layer saturation as delve has it (Shenk, Richter, Byttner, Arpteg and Huss 2019, arXiv:1907.08589): the least number of eigenvectors of the
/// covariance of the outputs whose eigenvalues sum to 99 % of all, divided by the number of units.
/// </remarks>
public static class EffectiveRank
{
    /// <summary>The share of variance that is explained.</summary>
    public const double Explained = 0.99;

    /// <summary>Of wider layers the eigenvalues take too long.</summary>
    public const int MostUnits = 64;

    /// <summary>The share of the width that is used; 0 for outputs that do not vary, NaN if they are not finite or too wide.</summary>
    /// <param name="outputs">Rows × units.</param>
    /// <param name="units">Units of the layer.</param>
    public static double Of(ReadOnlySpan<float> outputs, int units)
    {
        var rows = outputs.Length / units;
        if (units > MostUnits || rows == 0)
        {
            return double.NaN;
        }
        var means = new double[units];
        for (var i = 0; i < outputs.Length; i++)
        {
            means[i % units] += outputs[i] / (double)rows;
        }
        var centred = Matrix<double>.Build.Dense(rows, units);
        for (var i = 0; i < outputs.Length; i++)
        {
            centred[i / units, i % units] = outputs[i] - means[i % units];
        }
        // Of a matrix and its transpose the smaller product has all eigenvalues that are not 0.
        var covariance = rows < units ? centred.TransposeAndMultiply(centred) : centred.TransposeThisAndMultiply(centred);
        if (!double.IsFinite(covariance.Trace()))
        {
            return double.NaN;
        }
        double[] values = [.. covariance.Evd(Symmetricity.Symmetric).EigenValues.Select(value => Math.Max(0, value.Real)).OrderDescending()];
        var (all, sum, used) = (values.Sum(), 0.0, 0);
        while (sum < Explained * all)
        {
            sum += values[used++];
        }
        return (double)used / units;
    }
}
