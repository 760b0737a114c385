using System.Diagnostics;
using Hillock.Training;
namespace Hillock.Benchmarks;
internal static class Start
{
    public static int Run()
    {
        var all = Stopwatch.StartNew();
        using var crew = new Crew(1);
        var network = Network.Perceptron(784, [256, 128], 10, new StandIn("relu"), crew);
        network.Initialize(1);
        Console.WriteLine($"init {all.ElapsedMilliseconds} ms");
        var trainer = new Trainer(network, new SoftmaxCrossEntropy(), new Adam());
        Tensor x = new(128, 784), y = new(128, 1);
        var next = 1;
        all.Restart();
        for (var i = 1; i <= 2000; i++)
        {
            trainer.Step(x, y);
            if (i == next) { Console.WriteLine($"{i} steps {all.Elapsed.TotalMilliseconds:F1} ms"); next *= 2; }
        }
        return 0;
    }
}
