using BenchmarkDotNet.Running;
using Hillock.KernelBenchmarks;

// dotnet run -c Release --project bench/Hillock.KernelBenchmarks -- --filter '*' --list flat
BenchmarkSwitcher.FromAssembly(typeof(ElementwiseKernels).Assembly).Run(args);
