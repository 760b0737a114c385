namespace Hillock.Training;

/// <summary>What a learning-rate range test has seen.</summary>
/// <remarks>
/// Smith 2015, arXiv:1506.01186: the rate grows with every step, here by the same factor each time, until the loss does too. Good rates are those
/// at which it falls fastest; the suggestion is the one around which the loss falls most steeply over ln rate.
/// </remarks>
/// <param name="Rates">The learning rate of each step.</param>
/// <param name="Losses">The loss of each step's batch, before it.</param>
/// <param name="Suggested">The rate around which the loss falls most steeply; <c>null</c> if it never falls.</param>
public sealed record RateRange(IReadOnlyList<double> Rates, IReadOnlyList<double> Losses, double? Suggested)
{
    /// <summary>The share of the past in the smoothed loss by which the test ends.</summary>
    private const double Kept = 0.9;

    /// <summary>A smoothed loss so many times the best is not coming back.</summary>
    private const double Diverged = 4;

    /// <summary>The lines whose slopes are compared reach over this part of the steps to each side.</summary>
    private const int Windows = 20;

    /// <summary>Trains with growing rates and makes the network what it was; the batches are left in another order.</summary>
    /// <param name="network">The network, initialised.</param>
    /// <param name="loss">The loss.</param>
    /// <param name="optimizer">Makes an optimizer of a learning rate.</param>
    /// <param name="batches">The samples; they are shuffled before each pass.</param>
    /// <param name="draws">Where their order comes from.</param>
    /// <param name="low">The first rate.</param>
    /// <param name="high">The last rate.</param>
    /// <param name="steps">How many steps at most, at least 2.</param>
    /// <exception cref="ArgumentOutOfRangeException">A rate is not positive, or the last not above the first, or there are too few steps.</exception>
    public static RateRange Test(
        Network network, Loss loss, Func<double, Optimizer> optimizer, Batches batches, Draws draws,
        double low = 1e-6, double high = 10, int steps = 100)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(low);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(high, low);
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 2);
        var before = new NetworkState(network);
        var trainer = new Trainer(network, loss, optimizer(low));
        List<double> rates = [], losses = [];
        double smoothed = 0, best = double.PositiveInfinity;
        try
        {
            do
            {
                var batch = rates.Count % batches.Count;
                if (batch == 0)
                {
                    batches.Shuffle(draws);
                }
                rates.Add(low * Math.Pow(high / low, rates.Count / (steps - 1.0)));
                trainer.Optimizer.LearningRate = rates[^1];
                var (inputs, targets) = batches[batch];
                losses.Add(trainer.Step(inputs, targets));
                smoothed = losses.Count == 1 ? losses[0] : (Kept * smoothed) + ((1 - Kept) * losses[^1]);
                best = Math.Min(best, smoothed);
            }
            while (rates.Count < steps && smoothed <= Diverged * best);
        }
        finally
        {
            before.Restore();
        }
        return new(rates, losses, Steepest(rates, losses, Math.Max(1, steps / Windows)));
    }

    /// <summary>The rate around which a straight line through the losses, from so many steps before to so many after, falls most steeply.</summary>
    private static double? Steepest(List<double> rates, List<double> losses, int reach)
    {
        (double Fall, double? Rate) steepest = (0, null);
        for (var i = reach; i < losses.Count - reach; i++)
        {
            // The slope of the line of least squares, but for a factor: the ratio of the rates is the same at every step.
            var fall = Enumerable.Range(1, reach).Sum(d => d * (losses[i - d] - losses[i + d]));
            steepest = fall > steepest.Fall ? (fall, rates[i]) : steepest;
        }
        return steepest.Rate;
    }
}
