using static System.FormattableString;

namespace Hillock.Web.Moves;

/// <summary>Smooth relatives of relu, and swish, whose β goes from a line to relu.</summary>
internal static class Bends
{
    private const double Reach = 5;
    private const int Points = 201;

    public static Move Move { get; } = new(
        "bends", "Swish beside another function",
        [
            new Dial("beta", "β of swish", 0, 10, 0.1, 1.7),
            new Choice("other", "Beside it", ["gelu", "relu", "silu", "mish", "hard_swish", "elu"]),
        ],
        Draw);

    private static Picture Draw(Moved moved, CancellationToken stop)
    {
        var (swish, other) = (Catalog.Parse(Invariant($"swish(beta={moved.Number("beta")})")), moved.Activation("other"));
        var x = Places.Between(-Reach, Reach, Points);
        var farthest = x.MaxBy(at => Math.Abs(swish.Of(at) - other.Of(at)));
        var lowest = x.MinBy(swish.Of);
        return new(
            $"{swish.Name} and {other.Name} differ by at most {Told.Number(Math.Abs(swish.Of(farthest) - other.Of(farthest)))} on this stretch, at {Told.Number(farthest)}. "
            + (lowest > -Reach ? $"Swish is lowest at {Told.Number(lowest)}, with {Told.Number(swish.Of(lowest))}: a dip where relu has a flat 0." : "Swish is a straight line, x/2."))
        {
            Chart = new("x", "value", x,
            [
                Line.Of(swish.Name, x.Select(swish.Of)), Line.Of(other.Name, x.Select(other.Of)),
                Line.Of($"slope of {swish.Name}", x.Select(swish.Slope)), Line.Of($"slope of {other.Name}", x.Select(other.Slope)),
            ]),
        };
    }
}
