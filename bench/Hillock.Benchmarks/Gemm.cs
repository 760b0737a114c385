using Hillock.Lab;
using Hillock.Training;

namespace Hillock.Benchmarks;

/// <summary>Speed of the matrix products of a dense layer, on one thread.</summary>
internal static unsafe class Gemm
{
    private static readonly TimingPlan Plan = TimingPlan.Program with { BlockSeconds = 0.02, RoundSeconds = 1 };

    public static int Run()
    {
        Console.WriteLine("| batch, inputs, units | product | µs | GFLOP/s | spread |\n|---|---|---:|---:|---:|");
        foreach (var (m, k, n) in new[] { (128, 784, 256), (1024, 1024, 1024) })
        {
            Tensor x = Random(m, k), w = Random(k, n), y = new(m, n), dy = Random(m, n), dx = new(m, k), dw = new(k, n);
            foreach (var (name, product) in new (string, Action<int>)[]
            {
                ("Y = X·W", _ => Product.Compute(x.Matrix, w.Matrix, null, y.Matrix)),
                ("dW = Xᵀ·dY", _ => Product.Compute(x.Matrix.Transpose, dy.Matrix, null, dw.Matrix)),
                ("dX = dY·Wᵀ", _ => Product.Compute(dy.Matrix, w.Matrix.Transpose, null, dx.Matrix)),
            })
            {
                var (time, spread) = Timing.Of(product, Plan);
                Console.WriteLine($"| {m}, {k}, {n} | {name} | {time * 1e6:N0} | {2e-9 * m * k * n / time:F1} | {spread:P0} |");
            }
        }
        return 0;
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
