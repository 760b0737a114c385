using BenchmarkDotNet.Attributes;

namespace Hillock.KernelBenchmarks;

/// <summary>Every function of rows of the catalog, 131,072 elements in rows of different lengths.</summary>
public class RowKernels
{
    private const int Size = 131072;

    private readonly float[] x = Numbers.Normal(Size, "inputs"), dy = Numbers.Normal(Size, "gradients"), y = new float[Size], dx = new float[Size];
    private RowActivation f = Catalog.ParseRows("softmax");

    public static IEnumerable<string> Functions => Catalog.RowFunctions.Where(function => function.Create().OutputColumns(64) == 64).Select(function => function.Name);

    [ParamsSource(nameof(Functions))]
    public string Function { get; set; } = "";

    [Params(64, 1024, 32768)]
    public int Columns { get; set; }

    [GlobalSetup]
    public void Choose() => f = Catalog.ParseRows(Function);

    [Benchmark(Baseline = true)]
    public void Copy() => x.CopyTo(y.AsSpan());

    [Benchmark]
    public void Forward() => f.Forward(x, Columns, y);

    [Benchmark]
    public void Backward() => f.Backward(x, Columns, dy, dx);
}
