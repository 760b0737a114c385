using Hillock.Benchmarks;

return args switch
{
    ["gemm"] => Gemm.Run(),
    ["train", ..] => TrainSpeed.Run(args[1..]),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: Hillock.Benchmarks gemm | train [mlp_relu] [mlp_gelu] [mlp_relu_sgd]; kernels: hillock bench kernels");
    return 2;
}
