using Hillock.Benchmarks;

return args switch
{
    ["gemm"] => Gemm.Run(),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: Hillock.Benchmarks gemm; kernels: hillock bench kernels; training: hillock bench train");
    return 2;
}
