namespace Hillock.Tests;

/// <summary>Threads share a kernel without changing a bit.</summary>
public class SharedKernels
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(257)]
    [InlineData(100_003)]
    public void Any_number_of_threads_gives_the_bits_of_one(int length)
    {
        float[] x = [.. Enumerable.Range(0, length).Select(i => ((i * 7919) % 40_009 / 1000f) - 20)];
        float[] dy = [.. x.Reverse()], y = new float[length], dx = new float[length], expectedY = new float[length], expectedDx = new float[length];
        var f = EveryFunction.Named("gelu").Create();
        f.Forward(x, expectedY);
        f.Backward(x, dy, expectedDx);
        foreach (var threads in new[] { 1, 2, 3, 5 })
        {
            using var crew = new Crew(threads);
            crew.Forward(f, x, y);
            crew.Backward(f, x, dy, dx);
            y.ShouldBe(expectedY);
            dx.ShouldBe(expectedDx);
        }
    }

    [Fact]
    public void Spans_of_different_lengths_are_refused()
    {
        using var crew = new Crew(2);
        Should.Throw<ArgumentException>(() => crew.Forward(EveryFunction.Named("relu").Create(), new float[3], new float[2])).Message.ShouldContain("equally long");
    }
}
