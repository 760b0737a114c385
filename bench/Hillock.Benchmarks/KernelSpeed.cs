using System.Globalization;
using Hillock.Training;

namespace Hillock.Benchmarks;

/// <summary>Nanoseconds per element of every kernel, one thread, normal inputs with standard deviation 2.</summary>
internal static class KernelSpeed
{
    private const double Seconds = 0.1;
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
        return [Nanoseconds(() => f.Forward(x, y)) / n, Nanoseconds(() => f.Backward(x, dy, dx)) / n];
    }

    private static double Nanoseconds(Action work) => Timing.Of(_ => work(), Seconds, BatchSeconds).Median * 1e9;
}
