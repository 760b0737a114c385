namespace Hillock.Training.Tests;

/// <summary>
/// Chance decides which part of shared work ends before another begins. Here parts are done one after the other in every order, so that one
/// that touches what is another's is caught each time, not once in a dozen runs on a busy machine.
/// </summary>
public sealed class AnyOrder
{
    private static readonly int[][] Orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]];

    [Theory]
    [InlineData(null, 130)]
    [InlineData(true, 130)]
    [InlineData(false, 130)]
    [InlineData(null, 40)]
    [InlineData(true, 40)]
    [InlineData(false, 40)]
    public void The_slopes_of_a_layer_are_the_same_bits(bool? perUnit, int units)
    {
        // A wide layer is shared by columns, a narrow one by rows, and sums over one or the other cut across.
        var expected = Slopes(perUnit, units, [0]);
        Orders.ShouldAllBe(order => Slopes(perUnit, units, order).SequenceEqual(expected));
    }

    /// <summary>z from −400 to 400 makes slopes of all sizes down to zero, faint ones among them.</summary>
    private static int[] Slopes(bool? perUnit, int units, int[] order)
    {
        using var crew = new Crew(1);
        var layer = new Dense("dense", 1, units, Scalar.Swish(perUnit));
        layer.Weights.Value.Values.Fill(100);
        layer.Forward(Samples.Normal("inputs", 50, 1), new(crew));
        Samples.Normal("gradients", 50, units).Values.CopyTo(layer.Gradients.Values);
        foreach (var part in order)
        {
            layer.Slope(part, order.Length);
        }
        return layer.Gradients.Bits();
    }
}
