namespace Hillock.Training.Tests;

public sealed class RateRangeTests
{
    [Fact]
    public void The_suggestion_learns_and_the_end_diverges()
    {
        // One weight, inputs ±1, targets 3x: the loss is (w − 3)², its second derivative 2. Descent converges for rates below 1 and in one
        // step at ½.
        var inputs = Tensor.From([1, -1, 1, -1], 4, 1);
        var targets = Tensor.From([3, -3, 3, -3], 4, 1);
        var network = Network.Perceptron(1, [], 1, Scalar.Relu);
        network.Trainables[0].Value.Values[0] = 0.5f;
        var range = RateRange.Test(
            network, new MeanSquaredError(), rate => new Sgd(rate), new Batches(inputs, targets, 4), new Draws(1, "order"), 1e-4, 100, 60);
        // (0.5 − 3)².
        range.Losses[0].ShouldBe(6.25);
        range.Rates[0].ShouldBe(1e-4);
        (range.Rates[1] / range.Rates[0]).ShouldBe(Math.Pow(1e6, 1 / 59.0), 1e-9);
        range.Rates[^1].ShouldBeInRange(1, 10);
        range.Losses.Count.ShouldBe(range.Rates.Count);
        range.Suggested!.Value.ShouldBeInRange(0.01, 0.5);
        network.Trainables[0].Value.Values[0].ShouldBe(0.5f);
        network.Steps.ShouldBe(0);
    }

    [Fact]
    public void Nothing_is_suggested_where_nothing_falls()
    {
        var network = Network.Perceptron(1, [], 1, Scalar.Relu);
        var batches = new Batches(new Tensor(4, 1), new Tensor(4, 1), 4);
        var range = RateRange.Test(network, new MeanSquaredError(), rate => new Sgd(rate), batches, new Draws(1, "order"), steps: 30);
        range.Losses.ShouldAllBe(loss => loss == 0);
        range.Rates.Count.ShouldBe(30);
        range.Rates[^1].ShouldBe(10, 1e-12);
        range.Suggested.ShouldBeNull();
    }

    [Fact]
    public void Rates_that_cannot_be_are_refused()
    {
        var network = Network.Perceptron(1, [], 1, Scalar.Relu);
        var batches = new Batches(new Tensor(4, 1), new Tensor(4, 1), 4);
        foreach (var (low, high, steps) in new[] { (0.0, 1.0, 10), (1, 1, 10), (1, 0.1, 10), (0.1, 1, 1) })
        {
            Should.Throw<ArgumentOutOfRangeException>(() => RateRange.Test(
                network, new MeanSquaredError(), rate => new Sgd(rate), batches, new Draws(1, "order"), low, high, steps));
        }
    }
}
