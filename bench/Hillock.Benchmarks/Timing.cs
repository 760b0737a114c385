using System.Diagnostics;

namespace Hillock.Benchmarks;

/// <summary>Median seconds per call over blocks, and their interquartile spread as a share of it.</summary>
internal readonly record struct Timing(double Median, double Spread)
{
    /// <summary>Calls until the code is compiled for good, then times blocks of at least <paramref name="block"/> seconds.</summary>
    /// <param name="call">What to time; told how often it was called before.</param>
    /// <param name="seconds">How long to go on; there are at least seven blocks.</param>
    /// <param name="block">Seconds per block.</param>
    public static Timing Of(Action<int> call, double seconds, double block = 0.08)
    {
        var calls = 0;
        double Run(int count)
        {
            var watch = Stopwatch.StartNew();
            for (var end = calls + count; calls < end; calls++)
            {
                call(calls);
            }
            return watch.Elapsed.TotalSeconds / count;
        }

        for (var warm = Stopwatch.StartNew(); warm.Elapsed.TotalSeconds < 0.7;)
        {
            Run(1);
        }
        var perBlock = Math.Max(1, (int)(block / Run(2)));
        var times = new List<double>();
        for (var all = Stopwatch.StartNew(); all.Elapsed.TotalSeconds < seconds || times.Count < 7;)
        {
            times.Add(Run(perBlock));
        }
        times.Sort();
        var median = times[times.Count / 2];
        return new(median, (times[times.Count * 3 / 4] - times[times.Count / 4]) / median);
    }
}
