namespace Hillock.Tests;

/// <summary>Sines of angles beyond 2²⁰ are reduced lane by lane.</summary>
public class GreatArguments
{
    [Fact]
    public void The_sine_of_one_lane_does_not_depend_on_the_others()
    {
        double[] x = [-0d, 0.1, 1e6, 3, 1048577, -1e22, 5e-324, 3.4e38], together = new double[x.Length];
        Elementary.Sin(Doubles512<Full>.Load(in x[0]), out _).Store(ref together[0]);
        together.ShouldBe([.. x.Select(v => Elementary.Sin(new Doubles1<Full>(v), out _).Word)]);
        double.IsNegative(together[0]).ShouldBeTrue();
    }

    // sin(2^60 + 30) = 0.42200329129179912 with mpmath: the low part is 30, far from small.
    [Fact]
    public void A_low_part_may_be_great()
    {
        double high = Math.ScaleB(1, 60), sum = 0;
        Twofold<Doubles1<Full>>.Sin((Twofold<Doubles1<Full>>)high + 30, out _).Store(ref sum);
        Ulp.OfDouble(sum, 0.42200329129179912).ShouldBeLessThanOrEqualTo(4);
    }
}
