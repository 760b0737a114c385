namespace Hillock.Web.Moves;

/// <summary>A network of one hidden layer learns xor, or cannot.</summary>
internal static class Nonlinearity
{
    private const int Rows = 240, Epochs = 60, BatchSize = 16, Side = 40, Starts = 3;
    private const double Reach = 1.8, Rate = 0.03;
    private const ulong Seed = 3;

    public static Move Move { get; } = new(
        "nonlinearity", "A small network that learns xor",
        [
            new Choice("activation", "Activation", ["linear", "relu", "tanh", "gelu", "sigmoid", "sine"]),
            new Dial("units", "Hidden units", 1, 12, 1, 8),
        ],
        Draw);

    private static Picture Draw(Moved moved, CancellationToken stop)
    {
        var (f, units) = (moved.Activation("activation"), moved.Whole("units"));
        var source = Datasets.BuiltIn.First(data => data.Name == "xor");
        var (train, test) = (source.Generate(Seed, Rows), source.Generate(Seed + 1, Rows));
        // Few units may begin where there is no way on: what counts is whether they can.
        var (network, losses) = Enumerable.Range(0, Starts).Select(start => Trained(f, units, train, Seed + (ulong)start, stop)).MinBy(trained => trained.Losses[^1]);
        var right = new Trainer(network, new BinaryCrossEntropy(), new Adam(Rate)).Evaluate(new(test, Rows)).Accuracy ?? 0;
        return new(
            $"With {f.Name} and {units} hidden unit{(units == 1 ? "" : "s")} the network, the best of {Starts} with other first weights, gets {Told.Share(right)} of new points right."
            + (right > 0.9 ? " Its border bends around the corners." : f.Name == "linear" ? " Its border is a straight line, however many units there are." : " That is not enough bends for four corners yet."))
        {
            Map = new(Side, Reach, Chances(network), [.. Enumerable.Range(0, Rows).Select(i => (IReadOnlyList<float>)[train.Row(i)[0], train.Row(i)[1], train.Targets[i]])]),
            Chart = new("epoch", "training loss", Places.CountedTo(Epochs), [Line.Of(f.Name, losses)]),
        };
    }

    private static (Network Network, double[] Losses) Trained(Activation f, int units, Dataset train, ulong seed, CancellationToken stop)
    {
        var network = Network.Perceptron(train.Features, [units], 1, f);
        network.Initialize(seed, Initializer.Auto);
        var trainer = new Trainer(network, new BinaryCrossEntropy(), new Adam(Rate));
        var (batches, order) = (new Batches(train, BatchSize), new Draws(seed, "batches"));
        var losses = new double[Epochs];
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            stop.ThrowIfCancellationRequested();
            losses[epoch] = trainer.Epoch(batches, order);
        }
        return (network, losses);
    }

    private static float[] Chances(Network network)
    {
        var inputs = new float[Side * Side * 2];
        for (var cell = 0; cell < Side * Side; cell++)
        {
            var (row, column) = Math.DivRem(cell, Side);
            // Rows go down, y goes up.
            inputs[2 * cell] = (float)(Reach * (((2.0 * column) + 1 - Side) / Side));
            inputs[(2 * cell) + 1] = (float)(Reach * ((Side - 1 - (2.0 * row)) / Side));
        }
        var logits = network.Forward(Tensor.From(inputs, Side * Side, 2));
        var chances = new float[Side * Side];
        Catalog.Parse("sigmoid").Forward(logits.Values, chances);
        return chances;
    }
}
