using Hillock.Benchmarks;

return args switch
{
    ["gemm"] => Gemm.Run(),
    ["prof"] => Prof.Run(),
    ["train", ..] => TrainSpeed.Run(args[1..]),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: Hillock.Benchmarks gemm | train [relu,gelu,relu_sgd]");
    return 2;
}
