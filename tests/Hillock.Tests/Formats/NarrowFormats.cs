namespace Hillock.Tests;

/// <summary>16-bit floats: every one of the 65,536 through every function, and both conversions.</summary>
public class NarrowFormats
{
    public static TheoryData<string> Names => EveryFunction.Names;

    private static readonly Half[] Halves = [.. Enumerable.Range(0, 65536).Select(i => BitConverter.UInt16BitsToHalf((ushort)i))];

    private static readonly BFloat16[] BFloats = [.. Enumerable.Range(0, 65536).Select(i => BFloat16.FromBits((ushort)i))];

    [Theory]
    [MemberData(nameof(Names))]
    public void Halves_are_computed_in_float32_and_rounded_once(string name)
    {
        var f = EveryFunction.Named(name).Create();
        float[] x = [.. Halves.Select(h => (float)h)], y = new float[x.Length];
        var result = new Half[x.Length];

        f.Forward(x, y);
        f.Forward(Halves, result);
        result.ShouldBe(y.Select(v => (Half)v));

        f.Backward(x, [.. x.Select(_ => 1f)], y);
        f.Backward(Halves, [.. x.Select(_ => (Half)1)], result);
        result.ShouldBe(y.Select(v => (Half)v));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void BFloat16s_are_computed_in_float32_and_rounded_once(string name)
    {
        var f = EveryFunction.Named(name).Create();
        float[] x = [.. BFloats.Select(h => (float)h)], y = new float[x.Length];
        var result = new BFloat16[x.Length];

        f.Forward(x, y);
        f.Forward(BFloats, result);
        result.ShouldBe(y.Select(v => (BFloat16)v));

        f.Backward(x, [.. x.Select(_ => 1f)], y);
        f.Backward(BFloats, [.. x.Select(_ => (BFloat16)1f)], result);
        result.ShouldBe(y.Select(v => (BFloat16)v));
    }

    [Theory]
    [InlineData(1f, 0x3F80)]
    [InlineData(-2f, 0xC000)]
    [InlineData(1.00390625f, 0x3F80)] // 1 + 2⁻⁸ lies between 1 and 1 + 2⁻⁷: the even one
    [InlineData(1.01171875f, 0x3F82)] // 1 + 3·2⁻⁸ lies between 1 + 2⁻⁷ and 1 + 2⁻⁶: the even one
    [InlineData(3.4028235e38f, 0x7F80)]
    [InlineData(float.NegativeInfinity, 0xFF80)]
    [InlineData(1e-45f, 0x0000)]
    public void Floats_round_to_the_nearest_even_bfloat16(float value, int bits) => ((BFloat16)value).ToBits().ShouldBe((ushort)bits);

    [Fact]
    public void Doubles_round_once()
    {
        // A hair above the tie at 1 + 2⁻⁸: as a float it is the tie, which would go down.
        ((BFloat16)(1 + Math.ScaleB(1, -8) + Math.ScaleB(1, -40))).ToBits().ShouldBe((ushort)0x3F81);
        ((BFloat16)(1 + Math.ScaleB(1, -8) - Math.ScaleB(1, -40))).ToBits().ShouldBe((ushort)0x3F80);
    }

    [Fact]
    public void Every_bfloat16_reads_back_from_its_text() =>
        BFloats.Where(b => float.IsFinite((float)b))
            .ShouldAllBe(b => (BFloat16)double.Parse(b.ToString(), System.Globalization.CultureInfo.InvariantCulture) == b);

    [Fact]
    public void NaN_stays_NaN_whatever_its_bits() =>
        float.IsNaN((float)(BFloat16)BitConverter.UInt32BitsToSingle(0x7F80_0001)).ShouldBeTrue();
}
