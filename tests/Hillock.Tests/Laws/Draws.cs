namespace Hillock.Tests;

/// <summary>What holds for every function that is random in training.</summary>
public sealed class Draws
{
    private const int Count = 100_000;

    public static TheoryData<string> Names => [.. Catalog.Functions.Where(f => f.Create().IsDrawn).Select(f => f.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_mean_over_draws_is_what_evaluation_takes(string name)
    {
        var f = Catalog.Parse(name);
        float[] drawn = new float[Count], x = new float[Count], y = new float[Count];
        f.Draw(3, 0, drawn);
        foreach (var at in new[] { -20f, -1.5f, -0.01f, 0.5f, 30f })
        {
            Array.Fill(x, at);
            f.ForwardDrawn(x, drawn, y);
            var mean = y.Average(value => (double)value);
            var deviation = Math.Sqrt(y.Average(value => Math.Pow(value - mean, 2)));
            // Five deviations of the mean, and what float32 rounds.
            mean.ShouldBe(f.Of(at), (5 * deviation / Math.Sqrt(Count)) + (1e-7 * Math.Abs(at)), $"at {at}");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_slope_is_that_of_the_function_drawn(string name)
    {
        const float Step = 1f / 1024;
        var f = Catalog.Parse(name);
        float[] x = [.. Enumerable.Range(-100, 201).Select(i => (i + 0.5f) / 8)];
        float[] drawn = new float[x.Length], dx = new float[x.Length];
        float[] above = [.. x.Select(at => at + Step)], below = [.. x.Select(at => at - Step)];
        f.Draw(3, 0, drawn);
        f.BackwardDrawn(x, drawn, [.. x.Select(_ => 2f)], dx);
        f.ForwardDrawn(above, drawn, above);
        f.ForwardDrawn(below, drawn, below);
        for (var i = 0; i < x.Length; i++)
        {
            // Each value is off by half a unit in its last place, 2⁻²¹ for |x| up to 16, and the difference is divided by a 512th.
            ((double)dx[i]).ShouldBe(2 * ((double)above[i] - below[i]) / (2 * Step), 2 * 512 * Math.Pow(2, -20), $"at {x[i]}");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Infinities_and_NaN_go_through(string name)
    {
        var f = Catalog.Parse(name);
        float[] x = [float.PositiveInfinity, float.NegativeInfinity, float.NaN], drawn = new float[3], y = new float[3], dx = new float[3];
        f.Draw(3, 0, drawn);
        f.ForwardDrawn(x, drawn, y);
        f.BackwardDrawn(x, drawn, [1, 1, 1], dx);
        y[..2].ShouldBe([(float)f.Of(x[0]), (float)f.Of(x[1])]);
        (float.IsNaN(y[2]), float.IsNaN(dx[2])).ShouldBe((true, true));
    }

    [Fact]
    public void What_is_not_random_says_so()
    {
        var relu = Catalog.Parse("relu");
        relu.IsDrawn.ShouldBeFalse();
        Should.Throw<NotSupportedException>(() => relu.Draw(1, 0, [])).Message.ShouldBe("relu is not random; use Forward and Backward.");
        Should.Throw<NotSupportedException>(() => relu.ForwardDrawn([], [], []));
        Should.Throw<NotSupportedException>(() => relu.BackwardDrawn([], [], [], []));
    }
}
