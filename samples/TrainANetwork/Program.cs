using Hillock;
using Hillock.Training;

// Two moons, and a network of two hidden layers whose activation has a slope below zero that is learned with the weights.
const ulong Seed = 1;
var split = Datasets.Open("moons", new() { Seed = Seed }).Split(Seed);
using var crew = new Crew();
var network = Network.Perceptron(split.Train.Features, [32, 32], split.Train.Outputs, Catalog.Parse("prelu"), crew);
network.Initialize(Seed);
var trainer = new Trainer(network, new BinaryCrossEntropy(), new Adam());

var train = new Batches(split.Train, 32, crew);
var test = new Batches(split.Test, split.Test.Rows, crew);
var draws = new Draws(Seed, "order");
for (var epoch = 1; epoch <= 40; epoch++)
{
    var loss = trainer.Epoch(train, draws);
    if (epoch % 10 == 0)
    {
        Console.WriteLine($"epoch {epoch}: loss {loss:0.0000}, test accuracy {trainer.Evaluate(test).Accuracy:P1}");
    }
}
