namespace Hillock.Lab;

/// <summary>What a lead of the best is worth, when the best was picked after looking.</summary>
/// <remarks>
/// Among several equally good ones, one is always ahead by chance, and the further ahead of the last the more there are: compared as if it
/// had been chosen beforehand, the best of nine "beats" another in a tenth of all experiments at α = 0.05, not in a twentieth. So the
/// smallest p-value of the best against the others is drawn for many experiments in which all are equal (independent normal results),
/// and a p-value counts for the share of those that had as small a one. The draws are the same each time.
/// </remarks>
public sealed class BestOfMany
{
    private const int MostExperiments = 20_000, FewestExperiments = 2000;
    private const long MostDraws = 20_000_000;
    private readonly double[] _smallest;

    /// <summary>Draws the experiments.</summary>
    /// <param name="contestants">How many are compared, at least 2.</param>
    /// <param name="repetitions">Measurements of each, at least 2.</param>
    public BestOfMany(int contestants, int repetitions)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(contestants, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(repetitions, 2);
        var draws = new Draws(1, "best of many");
        _smallest = new double[Math.Clamp(MostDraws / ((long)contestants * repetitions), FewestExperiments, MostExperiments)];
        var results = Enumerable.Range(0, contestants).Select(_ => new double[repetitions]).ToArray();
        for (var i = 0; i < _smallest.Length; i++)
        {
            foreach (var result in results)
            {
                foreach (ref var value in result.AsSpan())
                {
                    value = draws.NextNormal();
                }
            }
            var test = new PairedTest(results, 0);
            var best = results.Index().MaxBy(result => Sample.Mean(result.Item)).Index;
            _smallest[i] = Enumerable.Range(0, contestants).Where(other => other != best).Min(other => test.PValue(best, other));
        }
        Array.Sort(_smallest);
    }

    /// <summary>The p-value of the best against another, corrected.</summary>
    public double Corrected(double pValue)
    {
        var asSmall = Array.BinarySearch(_smallest, pValue);
        asSmall = asSmall < 0 ? ~asSmall : asSmall + 1;
        // One more in both: the experiment at hand is one of them (Davison and Hinkley 1997, 4.2).
        return (asSmall + 1.0) / (_smallest.Length + 1);
    }
}
