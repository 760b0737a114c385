using Hillock.Benchmarks;

return args switch
{
    ["gemm"] => Gemm.Run(null),
    ["gemm", var library] => Gemm.Run(library),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: Hillock.Benchmarks gemm [OPENBLAS.so]; kernels: hillock bench kernels; training: hillock bench train");
    return 2;
}
