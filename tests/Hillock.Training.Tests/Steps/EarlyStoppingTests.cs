namespace Hillock.Training.Tests;

public sealed class EarlyStoppingTests
{
    private static readonly Network _network = Network.Perceptron(2, [], 1, Scalar.Relu);

    [Theory]
    [InlineData(1, 0, new[] { 3.0, 2, 2.5 }, 1)]
    [InlineData(2, 0, new[] { 3.0, 2, 2.5, 1, 1, 1 }, 3)]
    [InlineData(2, 0.5, new[] { 3.0, 2.75, 2.6 }, 0)]
    [InlineData(2, 0.5, new[] { 3.0, 2.75, 2.4, 2.4, 2.0 }, 2)]
    [InlineData(1, 0, new[] { 3.0, double.NaN }, 0)]
    [InlineData(2, 0, new[] { double.NaN, double.PositiveInfinity }, -1)]
    public void It_ends_with_the_last_loss_and_goes_back_to_the_best(int patience, double minDelta, double[] losses, int best)
    {
        var weights = _network.Trainables[0].Value;
        weights.Values.Fill(-1);
        var stopping = new EarlyStopping(_network, patience, minDelta);
        for (var i = 0; i < losses.Length; i++)
        {
            weights.Values.Fill(i);
            stopping.Ends(losses[i]).ShouldBe(i == losses.Length - 1, $"loss {i}");
        }
        stopping.Best.ShouldBe(best);
        stopping.Seen.ShouldBe(losses.Length);
        stopping.BestLoss.ShouldBe(best < 0 ? double.PositiveInfinity : losses[best]);
        stopping.Restore();
        weights.Values.ToArray().ShouldAllBe(value => value == best);
    }

    [Fact]
    public void Settings_that_cannot_be_are_refused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new EarlyStopping(_network, 0));
        Should.Throw<ArgumentOutOfRangeException>(() => new EarlyStopping(_network, 1, -1));
        Should.Throw<ArgumentOutOfRangeException>(() => new EarlyStopping(_network, 1, double.NaN));
    }
}
