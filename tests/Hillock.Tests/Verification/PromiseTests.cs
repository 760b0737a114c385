namespace Hillock.Tests;

/// <summary>Formats as .NET has them, and what a result that is off by one place is told as.</summary>
public class PromiseTests
{
    [Fact]
    public void Halves_are_those_of_the_runtime() => Check(
        Promise.Float16, (double)Half.Epsilon, (double)Half.BitIncrement((Half)1), Math.ScaleB(1, -14), x => (double)(Half)x);

    [Fact]
    public void Bfloat16s_are_the_upper_half_of_floats() => Check(
        Promise.BFloat16, (float)BFloat16.Epsilon, 1.0078125, (float)BFloat16.FromBits(0x0080), x => (float)(BFloat16)x);

    [Fact]
    public void A_result_one_place_off_is_told()
    {
        var f = EveryFunction.Named("gelu").Create();
        float[] x = [1];
        Half[] y = [(Half)0], dx = [(Half)0];
        f.Forward([(Half)1], y);
        f.Backward([(Half)1], [(Half)1], dx);
        Half after = Half.BitIncrement(y[0]), slopeAfter = Half.BitIncrement(dx[0]);
        Held(y[0], dx[0]).ShouldBeTrue();
        Held(after, dx[0]).ShouldBeFalse();
        Held(y[0], slopeAfter).ShouldBeFalse();

        bool Held(Half value, Half slope)
        {
            var tally = new Tally(Promise.Float16, []);
            f.Truth.Compare(x, [(float)value], [(float)slope], tally);
            return tally.Result(f.Name).IsKept;
        }
    }

    private static void Check(Promise promise, double least, double afterOne, double normal, Func<double, double> rounded)
    {
        promise.Least.ShouldBe(least);
        promise.Spacing(1).ShouldBe(afterOne - 1);
        promise.Normal.ShouldBe(normal);
        rounded(promise.Overflow).ShouldBe(double.PositiveInfinity);
        rounded(Math.BitDecrement(promise.Overflow)).ShouldBeLessThan(double.PositiveInfinity);
    }
}
