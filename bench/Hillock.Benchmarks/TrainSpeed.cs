using Hillock.Lab;
using Hillock.Training;

namespace Hillock.Benchmarks;

/// <summary>Training throughput by the protocol of shared/peers/torch_train_speed.py.</summary>
internal static class TrainSpeed
{
    private const int Batch = 128, Features = 784, Classes = 10, DataSets = 16;

    private static readonly (string Name, string Activation, Func<Optimizer> Optimizer)[] Models =
    [
        ("mlp_relu", "relu", () => new Adam()),
        ("mlp_gelu", "gelu", () => new Adam()),
        ("mlp_relu_sgd", "relu", () => new Sgd(0.01)),
    ];

    public static int Run(string[] only)
    {
        Console.WriteLine("| model | threads | train samples/s | ms/step | spread | forward samples/s |\n|---|---:|---:|---:|---:|---:|");
        foreach (var threads in new[] { 1, 2 })
        {
            using var crew = new Crew(threads);
            foreach (var (name, activation, optimizer) in Models)
            {
                if (only.Length > 0 && !only.Contains(name))
                {
                    continue;
                }
                var network = Network.Perceptron(Features, [256, 128], Classes, Catalog.Parse(activation), crew);
                network.Initialize(1);
                var trainer = new Trainer(network, new SoftmaxCrossEntropy(), optimizer());
                var draws = new Draws(1, "data");
                var data = Enumerable.Range(0, DataSets).Select(_ => (Inputs: Normal(draws), Labels: Labels(draws))).ToArray();
                // Labels move every epoch: nothing is memorised, gradients stay ordinary.
                var (step, spread) = Timing.Of(
                    i => trainer.Step(data[i % DataSets].Inputs, data[(i + (i / DataSets)) % DataSets].Labels), TimingPlan.Program);
                var (forward, _) = Timing.Of(
                    i => network.Forward(data[i % DataSets].Inputs), TimingPlan.Program with { RoundSeconds = 1.5 });
                Console.WriteLine($"| {name} | {threads} | {Batch / step:N0} | {step * 1e3:F3} | {spread:P0} | {Batch / forward:N0} |");
            }
        }
        return 0;
    }

    private static Tensor Normal(Draws draws)
    {
        var tensor = new Tensor(Batch, Features);
        foreach (ref var value in tensor.Values)
        {
            value = (float)draws.NextNormal();
        }
        return tensor;
    }

    private static Tensor Labels(Draws draws)
    {
        var tensor = new Tensor(Batch, 1);
        foreach (ref var value in tensor.Values)
        {
            value = draws.Next(Classes);
        }
        return tensor;
    }
}
