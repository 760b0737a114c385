using System.Diagnostics;

namespace Hillock.Lab;

/// <summary>How long a call takes.</summary>
/// <param name="Median">Seconds per call, the median over blocks of calls.</param>
/// <param name="Spread">The interquartile range of the blocks, as a share of the median.</param>
public readonly record struct Timing(double Median, double Spread)
{
    /// <summary>Times a call.</summary>
    /// <param name="call">What to time; told how often it was called before.</param>
    /// <param name="plan">How.</param>
    /// <param name="stop">Asks to stop; looked at between blocks.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static Timing Of(Action<int> call, TimingPlan plan, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(call);
        ArgumentNullException.ThrowIfNull(plan);
        var calls = new Calls(call, stop);
        for (var warm = Stopwatch.StartNew(); warm.Elapsed.TotalSeconds < plan.WarmUpSeconds;)
        {
            calls.Seconds(1);
        }

        var (count, seconds) = calls.Block(plan.BlockSeconds);
        var blocks = (int)Math.Clamp(plan.RoundSeconds / seconds, TimingPlan.FewestBlocks, Math.Max(plan.MostBlocks, TimingPlan.FewestBlocks));
        var best = calls.Round(count, blocks);
        for (var round = 1; round < plan.Rounds && best.Spread > plan.Quiet; round++)
        {
            var next = calls.Round(count, blocks);
            best = next.Spread < best.Spread ? next : best;
        }

        return best;
    }

    /// <summary>The calls made so far.</summary>
    private sealed class Calls(Action<int> call, CancellationToken stop)
    {
        private int _made;

        /// <summary>Seconds that a number of calls took.</summary>
        public double Seconds(int count)
        {
            stop.ThrowIfCancellationRequested();
            var watch = Stopwatch.StartNew();
            for (var end = _made + count; _made < end; _made++)
            {
                call(_made);
            }

            return watch.Elapsed.TotalSeconds;
        }

        /// <summary>How many calls take at least so long, and how long they take.</summary>
        public (int Count, double Seconds) Block(double least)
        {
            var count = 1;
            double seconds;
            while ((seconds = Seconds(count)) < least)
            {
                // A first guess from few calls is rough: no more than eight times as many at once.
                count = Math.Max(count + 1, (int)Math.Min(8.0 * count, 1.1 * count * least / Math.Max(seconds, 1e-9)));
            }

            return (count, seconds);
        }

        public Timing Round(int count, int blocks)
        {
            var times = Enumerable.Range(0, blocks).Select(_ => Seconds(count) / count).Order().ToArray();
            var median = times[blocks / 2];
            return new(median, (times[blocks * 3 / 4] - times[blocks / 4]) / median);
        }
    }
}
