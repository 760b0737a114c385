using BenchmarkDotNet.Attributes;

namespace Hillock.KernelBenchmarks;

/// <summary>Every elementwise function of the catalog: forward, backward, both in one pass, and a copy to hold them against.</summary>
public class ElementwiseKernels
{
    private float[] x = [], dy = [], y = [], dx = [];
    private Activation f = Catalog.Functions[0].Create();

    public static IEnumerable<string> Functions => Catalog.Functions.Select(function => function.Name);

    [ParamsSource(nameof(Functions))]
    public string Function { get; set; } = "";

    [Params(4096, 131072, 16777216)]
    public int Size { get; set; }

    [GlobalSetup]
    public void Fill()
    {
        (x, dy, y, dx) = (Numbers.Normal(Size, "inputs"), Numbers.Normal(Size, "gradients"), new float[Size], new float[Size]);
        f = Catalog.Parse(Function);
    }

    [Benchmark(Baseline = true)]
    public void Copy() => x.CopyTo(y.AsSpan());

    [Benchmark]
    public void Forward() => f.Forward(x, y);

    [Benchmark]
    public void Backward() => f.Backward(x, dy, dx);

    [Benchmark]
    public void ForwardBackward() => f.ForwardBackward(x, dy, y, dx);
}
