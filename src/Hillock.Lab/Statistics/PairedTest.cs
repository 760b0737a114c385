namespace Hillock.Lab;

/// <summary>Whether things measured under the same circumstances differ.</summary>
/// <remarks>
/// Few repetitions say little about how far chance goes, but all contestants together say more: beside a contestant's own mean and a
/// circumstance's own mean, what is left of the measurements is chance, and its deviation is estimated from all of them at once
/// (randomized blocks, two-way analysis of variance without interaction; Fisher 1935, "The Design of Experiments"). With two contestants
/// it is Student's paired t-test. A pair that scatters more than the rest is judged by its own scatter; where one scatters ten times as
/// far as the others, false alarms are still at most twice as many as promised (a test simulates it).
/// </remarks>
public sealed class PairedTest
{
    /// <summary>The level of significance of everything this library says.</summary>
    public const double Alpha = 0.05;

    private readonly IReadOnlyList<double[]> _scores;
    private readonly double _leastVariance;
    private readonly int _degrees;

    /// <summary>Takes the measurements.</summary>
    /// <param name="scores">For each contestant one measurement per circumstance, in the same order.</param>
    /// <param name="resolution">
    /// The step in which values can differ: one test sample more or less. A difference is taken to scatter at least so much, because
    /// few coarse values may well agree by chance and would then seem to prove anything.
    /// </param>
    /// <exception cref="ArgumentException">The numbers of measurements differ.</exception>
    public PairedTest(IReadOnlyList<double[]> scores, double resolution)
    {
        if (scores.Any(s => s.Length != scores[0].Length))
        {
            throw new ArgumentException("Every contestant needs as many measurements as the others.", nameof(scores));
        }
        _scores = scores;
        _degrees = scores.Count < 2 ? 0 : (scores.Count - 1) * (scores[0].Length - 1);
        _leastVariance = Math.Max(_degrees > 0 ? 2 * Unexplained() / _degrees : 0, resolution * resolution);
    }

    /// <summary>The two-sided p-value of the mean difference of two contestants, t = d̄·√n / s with (k − 1)(n − 1) degrees of freedom.</summary>
    /// <returns>1 for fewer than two measurements: nothing is shown.</returns>
    public double PValue(int first, int second)
    {
        double[] differences = [.. _scores[first].Zip(_scores[second], (a, b) => a - b)];
        var mean = Math.Abs(Sample.Mean(differences));
        if (_degrees == 0 || mean == 0)
        {
            return 1;
        }
        var own = Sample.Deviation(differences);
        var deviation = Math.Sqrt(Math.Max(_leastVariance, own * own));
        return StudentT.Beyond(mean * Math.Sqrt(differences.Length) / deviation, _degrees);
    }

    /// <summary>The sum of squares that neither the contestants' means nor the circumstances' explain.</summary>
    private double Unexplained()
    {
        double[] means = [.. _scores.Select(Sample.Mean)];
        var all = Sample.Mean(means);
        return Enumerable.Range(0, _scores[0].Length).Sum(j =>
        {
            var circumstance = _scores.Average(s => s[j]);
            return _scores.Index().Sum(s => Square(s.Item[j] - means[s.Index] - circumstance + all));
        });
    }

    private static double Square(double x) => x * x;
}
