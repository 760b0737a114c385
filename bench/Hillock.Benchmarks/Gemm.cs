using System.Diagnostics;
using System.Runtime.InteropServices;
using Hillock.Lab;
using Hillock.Training;

namespace Hillock.Benchmarks;

/// <summary>Speed of matrix products on one thread, beside OpenBLAS by turns in the same process, and what bias and activation add to them.</summary>
internal static unsafe class Gemm
{
    private const int RowMajor = 101, Plain = 111, Transposed = 112, Turns = 41;

    /// <summary>Short turns: a neighbour on the machine then disturbs both alike.</summary>
    private const double TurnSeconds = 0.003, WarmUpSeconds = 0.6;

    /// <summary>Writes the tables.</summary>
    /// <param name="library">OpenBLAS's file, see bench/product_speed.py; without it ours runs beside itself.</param>
    public static int Run(string? library)
    {
        var blas = library is null ? null
            : (delegate* unmanaged<int, int, int, int, int, int, float, float*, int, float*, int, float, float*, int, void>)NativeLibrary.GetExport(NativeLibrary.Load(library), "cblas_sgemm");
        Console.WriteLine("| rows, inner, columns | product | µs | GFLOP/s | OpenBLAS | share |\n|---|---|---:|---:|---:|---:|");
        foreach (var (m, k, n) in new[] { (32, 32, 32), (64, 64, 64), (128, 784, 256), (1024, 1024, 1024) })
        {
            Tensor x = Random(m, k), w = Random(k, n), y = new(m, n), dy = Random(m, n), dx = new(m, k), dw = new(k, n);
            foreach (var (name, product, other) in new (string, Action, Action)[]
            {
                ("Y = X·W", () => Product.Compute(x.Matrix, w.Matrix, null, y.Matrix),
                    () => blas(RowMajor, Plain, Plain, m, n, k, 1, x.Pointer, k, w.Pointer, n, 0, y.Pointer, n)),
                ("dW = Xᵀ·dY", () => Product.Compute(x.Matrix.Transpose, dy.Matrix, null, dw.Matrix),
                    () => blas(RowMajor, Transposed, Plain, k, n, m, 1, x.Pointer, k, dy.Pointer, n, 0, dw.Pointer, n)),
                ("dX = dY·Wᵀ", () => Product.Compute(dy.Matrix, w.Matrix.Transpose, null, dx.Matrix),
                    () => blas(RowMajor, Plain, Transposed, m, k, n, 1, dy.Pointer, n, w.Pointer, n, 0, dx.Pointer, k)),
            })
            {
                var (ours, theirs, share) = ByTurns(product, blas is null ? product : other);
                double Speed(double time) => 2e-9 * m * k * n / time;
                Console.WriteLine($"| {m}, {k}, {n} | {name} | {ours * 1e6:N1} | {Speed(ours):F1} | {Speed(theirs):F1} | {share:P0} |");
            }
        }
        Console.WriteLine("\n| layer, batch 128 | bare product, µs | with bias and activation | more |\n|---|---:|---:|---:|");
        foreach (var name in new[] { "relu", "gelu", "silu", "tanh" })
        {
            var (x, y) = (Random(128, 784), new Tensor(128, 256));
            var layer = new Dense("dense1", 784, 256, Catalog.Parse(name));
            new Network([layer]).Initialize(1);
            using var crew = new Crew(1);
            var pass = new Pass(crew, false, 0);
            var weights = layer.Trainables[0].Value;
            var (bare, fused, ratio) = ByTurns(() => Product.Compute(x.Matrix, weights.Matrix, null, y.Matrix), () => layer.Forward(x, pass));
            Console.WriteLine($"| 784 → 256, {name} | {bare * 1e6:N1} | {fused * 1e6:N1} | {ratio - 1:P1} |");
        }
        return 0;
    }

    /// <summary>Medians of turns, and of the ratios of turns next to each other.</summary>
    private static (double First, double Second, double Ratio) ByTurns(Action first, Action second)
    {
        var (manyFirst, manySecond) = (Repetitions(first), Repetitions(second));
        double[] a = new double[Turns], b = new double[Turns];
        for (var i = 0; i < Turns; i++)
        {
            (a[i], b[i]) = (Seconds(first, manyFirst), Seconds(second, manySecond));
        }
        return (Sample.Median(a), Sample.Median(b), Sample.Median([.. a.Zip(b, (one, other) => other / one)]));
    }

    /// <summary>How often it is done in a turn, after it has been done until the runtime has compiled it for good.</summary>
    private static int Repetitions(Action action)
    {
        for (var watch = Stopwatch.StartNew(); watch.Elapsed.TotalSeconds < WarmUpSeconds;)
        {
            action();
        }
        return Math.Max(1, (int)(TurnSeconds / Seconds(action, 3)));
    }

    private static double Seconds(Action action, int repetitions)
    {
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < repetitions; i++)
        {
            action();
        }
        return watch.Elapsed.TotalSeconds / repetitions;
    }

    private static Tensor Random(int rows, int columns)
    {
        var tensor = new Tensor(rows, columns);
        var draws = new Draws(1, "gemm");
        foreach (ref var value in tensor.Values)
        {
            value = (float)draws.NextNormal();
        }
        return tensor;
    }
}
