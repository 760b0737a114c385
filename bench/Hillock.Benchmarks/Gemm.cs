using System.Diagnostics;
using Hillock.Training;

namespace Hillock.Benchmarks;

internal static class Gemm
{
    public static unsafe int Run()
    {
        foreach (var (m, k, n) in new[] { (128, 784, 256), (1024, 1024, 1024) })
        {
            Tensor a = Random(m, k), b = Random(k, n), c = Random(m, n), da = new(m, k), db = new(k, n);
            Measure("forward", 2.0 * m * n * k, () => Product.Compute(a.Matrix, b.Matrix, null, c.Matrix));
            Measure("dW", 2.0 * m * n * k, () => Product.Compute(a.Matrix.Transpose, c.Matrix, null, db.Matrix));
            Measure("dX", 2.0 * m * n * k, () => Product.Compute(c.Matrix, b.Matrix.Transpose, null, da.Matrix));
        }
        return 0;
    }

    private static Tensor Random(int rows, int columns)
    {
        var t = new Tensor(rows, columns);
        var draws = new Draws(1, "gemm");
        foreach (ref var v in t.Values)
        {
            v = (float)draws.NextUniform() - 0.5f;
        }
        return t;
    }

    private static void Measure(string name, double flops, Action work)
    {
        var until = Stopwatch.GetTimestamp() + Stopwatch.Frequency;
        while (Stopwatch.GetTimestamp() < until)
        {
            work();
        }
        var times = new List<double>();
        for (var i = 0; i < 31; i++)
        {
            var watch = Stopwatch.StartNew();
            var n = 0;
            do
            {
                work();
                n++;
            }
            while (watch.ElapsedMilliseconds < 20);
            times.Add(watch.Elapsed.TotalSeconds / n);
        }
        times.Sort();
        Console.WriteLine($"{name,-10} {times[15] * 1e6,9:F1} us {flops / times[15] / 1e9,7:F1} GFLOP/s  best {flops / times[0] / 1e9,7:F1}");
    }
}
