using System.Reflection;
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

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_width_gives_the_same_bits(string name)
    {
        var activation = EveryFunction.Named(name).Create();
        var definition = activation.GetType().GetProperty("Definition", BindingFlags.NonPublic | BindingFlags.Instance)!.GetValue(activation)!;
        typeof(SameBits).GetMethod(nameof(Widths), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(definition.GetType()).Invoke(null, [definition]);
    }

    private static void Widths<F>(F f)
        where F : struct, IActivation
    {
        var x = Inputs(1024).Where(float.IsFinite).Take(896).ToArray();
        var expected = Run<F, float, Doubles1<Short>>(f, x);
        Run<F, float, Doubles128<Short>>(f, x).ShouldBe(expected);
        Run<F, float, Doubles256<Short>>(f, x).ShouldBe(expected);
        Run<F, float, Doubles512<Short>>(f, x).ShouldBe(expected);

        // The primitives are made for floats within 13 at least, even where no function asks for them.
        var range = f.SlopeFloats == FloatRange.None ? FloatRange.Within(12) : f.SlopeFloats;
        float[] inside = [.. x.Select(v => range.Holds(v) ? v : 0.1f)];
        expected = Run<F, float, Floats1>(f, inside);
        Run<F, float, Floats128>(f, inside).ShouldBe(expected);
        Run<F, float, Floats256>(f, inside).ShouldBe(expected);
        Run<F, float, Floats512>(f, inside).ShouldBe(expected);

        var wide = x.Select(v => (double)v).ToArray();
        expected = Run<F, double, Twofold<Doubles1<Full>>>(f, wide);
        Run<F, double, Twofold<Doubles128<Full>>>(f, wide).ShouldBe(expected);
        Run<F, double, Twofold<Doubles256<Full>>>(f, wide).ShouldBe(expected);
        Run<F, double, Twofold<Doubles512<Full>>>(f, wide).ShouldBe(expected);
    }

    /// <summary>The bits of y and dx from one width alone.</summary>
    private static byte[] Run<F, E, T>(F f, E[] x)
        where F : struct, IActivation
        where E : unmanaged
        where T : struct, ILanes<T>, IReal<T>
    {
        var (y, dx, dy) = (new E[x.Length], new E[x.Length], x.Reverse().ToArray());
        Sweep.Lanes<ForwardBackwardKernel<F>, F, E, Through, T>(f, new(x, dy, y: y, dx: dx), 0, x.Length);
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
