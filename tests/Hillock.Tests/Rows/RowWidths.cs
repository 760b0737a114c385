namespace Hillock.Tests;

/// <summary>Rows of floats give the same bits whatever the width of the vectors.</summary>
public class RowWidths
{
    [Theory]
    [InlineData(1)]
    [InlineData(15)]
    [InlineData(64)]
    [InlineData(1003)]
    [InlineData(40_003)]
    public void Every_width_gives_the_same_bits(int columns)
    {
        SameBits<FloatSoftmax>(columns);
        SameBits<FloatSoftmaxGradient>(columns);
        SameBits<FloatSoftmaxGradientFromOutput>(columns);
        SameBits<FloatLogSoftmax>(columns);
        SameBits<FloatLogSoftmaxGradient>(columns);
        SameBits<FloatLogSoftmaxGradientFromOutput>(columns);
    }

    private static void SameBits<C>(int columns)
        where C : IFloatRows
    {
        var expected = Run<C, Floats128, Doubles128<Short>>(columns);
        Run<C, Floats256, Doubles256<Short>>(columns).ShouldBe(expected);
        Run<C, Floats512, Doubles512<Short>>(columns).ShouldBe(expected);
    }

    private static int[] Run<C, T, W>(int columns)
        where C : IFloatRows
        where T : struct, IFloats<T>, IReal<T>
        where W : struct, IDoubles<W>, IReal<W>
    {
        var state = 12345u;
        float[] x = [.. Enumerable.Range(0, 3 * columns).Select(i =>
        {
            state = (state * 1664525u) + 1013904223u;
            return ((state >> 8) * (40f / (1 << 24))) - (i > 2 * columns ? 300 : 20);
        })];
        float[] result = new float[x.Length];
        C.Run<T, W>(new(x, columns, result) { Dy = x.Reverse().ToArray(), Room = new double[columns] });
        return [.. result.Select(BitConverter.SingleToInt32Bits)];
    }
}
