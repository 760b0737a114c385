namespace Hillock.Training;

/// <summary>The first coefficients of a <see cref="Rational"/>: those that come nearest to an activation from −3 to 3.</summary>
/// <remarks>
/// Least squares of numerator − f·denominator, divided by the denominator found before, a few times over (Sanathanan and Koerner 1963). The
/// denominator begins as 1 + b₂x² + b₄x⁴ with b₂, b₄ ≥ 0, so that what stands between its bars is nowhere negative.
/// </remarks>
internal static class RationalFit
{
    private const double Reach = 3;
    private const int Points = 601, Rounds = 20, Unknowns = Rational.FirstOfDenominator + 2;

    /// <summary>Ten coefficients; those of x itself where the function is not finite.</summary>
    public static double[] Of(Activation f)
    {
        double[] x = [.. Enumerable.Range(0, Points).Select(i => (2.0 * i / (Points - 1)) - 1)];
        double[] y = [.. x.Select(u => f.Of(Reach * u))];
        // The best of those with both, one or none of b₂ and b₄; the last always is one.
        var fits = y.All(double.IsFinite) ? 4 : 0;
        var best = Enumerable.Range(0, fits).Select(kept => Fitted(x, y, (kept & 1) == 0, (kept & 2) == 0))
            .Where(fit => double.IsFinite(fit.Error)).DefaultIfEmpty().MinBy(fit => fit.Error).Coefficients
            ?? [0, Reach, 0, 0, 0, 0, 0, 0];
        var scaled = new double[Rational.Coefficients];
        for (var i = 0; i < Unknowns; i++)
        {
            var power = i < Rational.FirstOfDenominator ? i : Power(i);
            scaled[i < Rational.FirstOfDenominator ? i : Rational.FirstOfDenominator + power - 1] = best[i] / Math.Pow(Reach, power);
        }
        return scaled;
    }

    /// <summary>b₂ and b₄ stand behind the numerator's six.</summary>
    private static int Power(int unknown) => 2 * (unknown - Rational.FirstOfDenominator + 1);

    private static (double[]? Coefficients, double Error) Fitted(double[] x, double[] y, bool square, bool fourth)
    {
        var found = new double[Unknowns];
        for (var round = 0; round < Rounds; round++)
        {
            double[][] equations = [.. Enumerable.Range(0, Unknowns).Select(_ => new double[Unknowns + 1])];
            for (var i = 0; i < x.Length; i++)
            {
                var row = Row(x[i], y[i], square, fourth);
                var weight = 1 / Math.Pow(Denominator(found, x[i]), 2);
                for (var j = 0; j < Unknowns; j++)
                {
                    for (var k = 0; k < Unknowns; k++)
                    {
                        equations[j][k] += weight * row[j] * row[k];
                    }
                    equations[j][Unknowns] += weight * row[j] * y[i];
                }
            }
            found = Solved(equations);
            if (found[^2] < 0 || found[^1] < 0)
            {
                return (null, double.PositiveInfinity);
            }
        }
        return (found, x.Zip(y).Max(point => Math.Abs((Numerator(found, point.First) / Denominator(found, point.First)) - point.Second)));
    }

    /// <summary>Σⱼ row[j]·unknown[j] = y says that numerator − y·(denominator − 1) = y.</summary>
    private static double[] Row(double x, double y, bool square, bool fourth)
    {
        var row = new double[Unknowns];
        for (var j = 0; j < Rational.FirstOfDenominator; j++)
        {
            row[j] = Math.Pow(x, j);
        }
        (row[^2], row[^1]) = (square ? -y * x * x : 0, fourth ? -y * x * x * x * x : 0);
        return row;
    }

    private static double Numerator(double[] found, double x) => Enumerable.Range(0, Rational.FirstOfDenominator).Sum(j => found[j] * Math.Pow(x, j));

    private static double Denominator(double[] found, double x) => 1 + (found[^2] * x * x) + (found[^1] * x * x * x * x);

    /// <summary>Gauss and Jordan's elimination; an unknown that no equation has is 0.</summary>
    private static double[] Solved(double[][] equations)
    {
        for (var j = 0; j < Unknowns; j++)
        {
            // Of numbers below this, only rounding errors are left.
            if (!(Math.Abs(equations[j][j]) > 1e-10))
            {
                for (var k = 0; k <= Unknowns; k++)
                {
                    equations[j][k] = k == j ? 1 : 0;
                }
            }
            for (var i = 0; i < Unknowns; i++)
            {
                var factor = i == j ? 0 : equations[i][j] / equations[j][j];
                for (var k = j; k <= Unknowns; k++)
                {
                    equations[i][k] -= factor * equations[j][k];
                }
            }
        }
        return [.. Enumerable.Range(0, Unknowns).Select(j => equations[j][Unknowns] / equations[j][j])];
    }
}
