namespace Hillock.Tests;

/// <summary>Where the slope can be had from the output, it is the slope from the input, to what the output's rounding leaves of it.</summary>
public class OutputSlopes
{
    public static TheoryData<string> Names => [.. Catalog.Functions.Where(f => f.Create().HasSlopeFromOutput).Select(f => f.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_slope_from_the_output_is_the_slope(string name)
    {
        var f = EveryFunction.Named(name).Create();
        float[] x = [.. Enumerable.Range(-2000, 4001).Select(i => (i / 250f) + 0.0011f), float.NaN];
        float[] dy = [.. x.Select((_, i) => 1f + (i % 3))];
        float[] y = new float[x.Length], fromInput = new float[x.Length], fromOutput = new float[x.Length];
        f.Forward(x, y);
        f.Backward(x, dy, fromInput);
        f.BackwardFromOutput(y, dy, fromOutput);

        // y is known to 2 units in its last place, at most 2⁻²² of what is at most 2 beside a constant.
        for (var i = 0; i < x.Length; i++)
        {
            if (float.IsNaN(x[i]))
            {
                fromOutput[i].ShouldBe(float.NaN);
            }
            else
            {
                ((double)fromOutput[i]).ShouldBe(fromInput[i], Math.ScaleB(dy[i], -21), $"{name}'({x[i]:R})");
            }
        }

        var inPlace = dy.ToArray();
        f.BackwardFromOutput(y, inPlace, inPlace);
        inPlace.ShouldBe(fromOutput);
    }

    [Fact]
    public void Frameworks_that_keep_the_output_find_their_functions_here() =>
        new[] { "sigmoid", "tanh", "relu", "elu", "selu", "celu" }.ShouldBeSubsetOf(Names.Select(row => row.Data));

    [Fact]
    public void Others_say_so() => Should.Throw<NotSupportedException>(() => EveryFunction.Named("gelu").Create().BackwardFromOutput([1], [1], new float[1]))
        .Message.ShouldContain("gelu");
}
