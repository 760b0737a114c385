using System.Runtime.InteropServices;

namespace Hillock.Tests;

/// <summary>The answer depends neither on the width of the vectors nor on the length, the place or the destination of a span.</summary>
public class SameBits
{
    private const int Longest = 257;

    public static TheoryData<string> Names => EveryFunction.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_length_offset_and_destination_gives_the_bits_of_single_elements(string name)
    {
        var f = EveryFunction.Named(name).Create();
        var (x, dy) = (Inputs(Longest + 3), Inputs(Longest + 3).Reverse().ToArray());
        var singleY = new float[x.Length];
        var singleDx = new float[x.Length];
        for (var i = 0; i < x.Length; i++)
        {
            f.Forward(x.AsSpan(i, 1), singleY.AsSpan(i, 1));
            f.Backward(x.AsSpan(i, 1), dy.AsSpan(i, 1), singleDx.AsSpan(i, 1));
        }

        for (var length = 0; length <= Longest; length++)
        {
            var offset = length % 4;
            var input = x.AsSpan(offset, length);
            var upstream = dy.AsSpan(offset, length);
            var y = singleY.AsSpan(offset, length);
            var dx = singleDx.AsSpan(offset, length);

            var result = new float[length];
            f.Forward(input, result);
            Bits(result).ShouldBe(Bits(y));
            f.Backward(input, upstream, result);
            Bits(result).ShouldBe(Bits(dx));

            var inPlace = input.ToArray();
            f.Forward(inPlace, inPlace);
            Bits(inPlace).ShouldBe(Bits(y));
            inPlace = input.ToArray();
            f.Backward(inPlace, upstream, inPlace);
            Bits(inPlace).ShouldBe(Bits(dx));
            inPlace = upstream.ToArray();
            f.Backward(input, inPlace, inPlace);
            Bits(inPlace).ShouldBe(Bits(dx));

            var (bothY, bothDx) = (input.ToArray(), upstream.ToArray());
            f.ForwardBackward(bothY, bothDx, bothY, bothDx);
            Bits(bothY).ShouldBe(Bits(y));
            Bits(bothDx).ShouldBe(Bits(dx));
        }
    }

    [Fact]
    public void Every_width_gives_the_same_bits()
    {
        Widths(default(Relu));
        Widths(default(HardSwish));
        Widths(default(Softsign));
        Widths(default(Gelu));
        Widths(default(GeluTanh));
        Widths(default(Mish));
        Widths(default(Selu));
        Widths(new Celu(0.7));
        Widths(new Softplus(3));
        Widths(default(LogSigmoid));
        Widths(default(Tanh));
        Widths(default(Step));
        Widths(default(Linear));
        Widths(default(Sigmoid));
        Widths(default(HardSigmoid));
        Widths(new HardTanh(-0.7, 1.3));
        Widths(default(Relu6));
        Widths(new LeakyRelu(0.3));
        Widths(new PRelu(0.3));
        Widths(new Elu(0.7));
        Widths(default(QuickGelu));
        Widths(default(Silu));
        Widths(new Swish(1.3));
    }

    private static void Widths<F>(F f)
        where F : struct, IActivation
    {
        var x = Inputs(1024);
        var expected = Run<F, float, Doubles1, Doubles1>(f, x);
        Run<F, float, Doubles128, Doubles1>(f, x).ShouldBe(expected);
        Run<F, float, Doubles256, Doubles1>(f, x).ShouldBe(expected);
        Run<F, float, Doubles512, Doubles1>(f, x).ShouldBe(expected);

        expected = Run<F, float, Floats1, Floats1>(f, x);
        Run<F, float, Floats128, Floats1>(f, x).ShouldBe(expected);
        Run<F, float, Floats256, Floats1>(f, x).ShouldBe(expected);
        Run<F, float, Floats512, Floats1>(f, x).ShouldBe(expected);

        var wide = x.Select(v => (double)v).ToArray();
        expected = Run<F, double, Twofold<Doubles1>, Twofold<Doubles1>>(f, wide);
        Run<F, double, Twofold<Doubles128>, Twofold<Doubles1>>(f, wide).ShouldBe(expected);
        Run<F, double, Twofold<Doubles256>, Twofold<Doubles1>>(f, wide).ShouldBe(expected);
        Run<F, double, Twofold<Doubles512>, Twofold<Doubles1>>(f, wide).ShouldBe(expected);
    }

    /// <summary>The bits of y and dx from one width alone.</summary>
    private static byte[] Run<F, E, T, One>(F f, E[] x)
        where F : struct, IActivation
        where E : unmanaged
        where T : struct, ILanes<T>, IReal<T>
        where One : struct, ILanes<One>, IReal<One>
    {
        var (y, dx, dy) = (new E[x.Length], new E[x.Length], x.Reverse().ToArray());
        Loop.Over<ForwardBackwardPass<F, E>, T, One>(new(f, in x[0], in dy[0], ref y[0], ref dx[0]), x.Length);
        return [.. MemoryMarshal.AsBytes<E>(y), .. MemoryMarshal.AsBytes<E>(dx)];
    }

    /// <summary>Ordinary, tiny, huge and special numbers, in a fixed order.</summary>
    private static float[] Inputs(int count)
    {
        float[] special = [0f, -0f, 1f, -1f, 3f, -3f, 6f, 88.7f, -88.7f, -104f, float.Epsilon, -float.Epsilon, 1e-20f, 3e38f, -3e38f, float.NaN, float.PositiveInfinity, float.NegativeInfinity];
        var state = 12345u;
        return [.. Enumerable.Range(0, count).Select(i =>
        {
            state = (state * 1664525u) + 1013904223u;
            return i % 11 == 7 ? special[i / 11 % special.Length] : ((state >> 8) * (40f / (1 << 24))) - 20f;
        })];
    }

    private static int[] Bits(ReadOnlySpan<float> values) => MemoryMarshal.Cast<float, int>(values).ToArray();
}
