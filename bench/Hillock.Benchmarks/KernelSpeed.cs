using System.Diagnostics;
using System.Globalization;
using Hillock.Training;

namespace Hillock.Benchmarks;

/// <summary>Nanoseconds per element of every kernel, one thread, normal inputs with standard deviation 2.</summary>
internal static class KernelSpeed
{
    private const int Batches = 31;
    private const double BatchSeconds = 0.003;

    private static readonly int[] Sizes = [4096, 131072];

    public static int Run(string[] names)
    {
        Console.WriteLine("| function | " + string.Join(" | ", Sizes.SelectMany(n => new[] { $"forward {n}", $"backward {n}" })) + " |");
        Console.WriteLine("|---|" + string.Concat(Enumerable.Repeat("---:|", 2 * Sizes.Length)));
        foreach (var f in names.Length > 0 ? names.Select(Catalog.Parse) : Catalog.Functions.Select(f => f.Create()))
        {
            var cells = Sizes.SelectMany(n => Measure(f, n)).Select(ns => ns.ToString("0.000", CultureInfo.InvariantCulture));
            Console.WriteLine($"| {f.Name} | {string.Join(" | ", cells)} |");
        }

        return 0;
    }

    private static double[] Measure(Activation f, int n)
    {
        var draws = new Draws(1, "kernels");
        float[] x = [.. Enumerable.Range(0, n).Select(_ => (float)(2 * draws.NextNormal()))];
        float[] dy = [.. x.Reverse()], y = new float[n], dx = new float[n];
        return [Median(() => f.Forward(x, y)) / n, Median(() => f.Backward(x, dy, dx)) / n];
    }

    /// <summary>The median over batches of at least 3 ms, after warming up until tiering is done.</summary>
    private static double Median(Action work)
    {
        var warm = Stopwatch.StartNew();
        var calls = 0;
        while (warm.ElapsedMilliseconds < 300 || calls < 100)
        {
            work();
            calls++;
        }

        var repeats = Math.Max(1, (int)(BatchSeconds / (warm.Elapsed.TotalSeconds / calls)));
        var times = Enumerable.Range(0, Batches).Select(_ =>
        {
            var start = Stopwatch.GetTimestamp();
            for (var i = 0; i < repeats; i++)
            {
                work();
            }

            return Stopwatch.GetElapsedTime(start).TotalNanoseconds / repeats;
        }).Order().ToList();
        return times[Batches / 2];
    }
}
