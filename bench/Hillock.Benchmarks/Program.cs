using Hillock.Benchmarks;

return args switch
{
    ["gemm"] => Gemm.Run(),
    ["kernels", ..] => KernelSpeed.Run(args[1..]),
    ["train", ..] => TrainSpeed.Run(args[1..]),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: Hillock.Benchmarks gemm | kernels [relu gelu ...] | train [mlp_relu] [mlp_gelu] [mlp_relu_sgd]");
    return 2;
}
