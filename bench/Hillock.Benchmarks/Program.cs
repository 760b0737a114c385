using Hillock.Benchmarks;

return args switch
{
    ["gemm"] => Gemm.Run(),
    ["kernels", ..] => KernelSpeed.Run(args[1..]),
    ["prof"] => Prof.Run(),
    ["train", ..] => TrainSpeed.Run(args[1..]),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: Hillock.Benchmarks gemm | kernels [relu,gelu...] | train [relu,gelu,relu_sgd]");
    return 2;
}
