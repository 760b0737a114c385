namespace Hillock.Lab.Tests;

public sealed class PairedTestTests
{
    [Fact]
    public void A_p_value_is_that_of_the_differences()
    {
        // Differences 1, 2, 3: t = 2·√3 / 1 = √12; with two degrees p = 1 − t / √(2 + t²) = 1 − √(12 / 14).
        PairedTest.PValue([11, 7, 8], [10, 5, 5], 0).ShouldBe(1 - Math.Sqrt(12.0 / 14), 1e-12);
        PairedTest.PValue([10, 5, 5], [11, 7, 8], 0).ShouldBe(1 - Math.Sqrt(12.0 / 14), 1e-12);
    }

    [Fact]
    public void The_same_lead_of_one_sample_in_each_seed_proves_little()
    {
        // s is taken to be one sample of 200: t = √3, p = 1 − √(3 / 5).
        PairedTest.PValue([1, 1, 1], [0.995, 0.995, 0.995], 0.005).ShouldBe(1 - Math.Sqrt(3.0 / 5), 1e-9);
        PairedTest.PValue([1, 1, 1], [0.995, 0.995, 0.995], 0).ShouldBeLessThan(1e-9);
    }

    [Fact]
    public void Equals_do_not_differ()
    {
        PairedTest.PValue([1, 0.5, 0.7], [1, 0.5, 0.7], 0).ShouldBe(1);
        PairedTest.PValue([1], [0], 0).ShouldBe(1);
        Should.Throw<ArgumentException>(() => PairedTest.PValue([1], [0, 1], 0));
    }

    [Fact]
    public void The_better_of_two_needs_no_correction()
    {
        var lead = new BestOfMany(2, 5);
        // 20,000 draws: three standard errors of a share of 0.05 are 0.005.
        foreach (var p in new[] { 0.01, 0.05, 0.2, 0.5 })
        {
            lead.Corrected(p).ShouldBe(p, 3 * Math.Sqrt(p * (1 - p) / 20_000));
        }
    }

    [Theory]
    [InlineData(3, 3)]
    [InlineData(9, 3)]
    [InlineData(6, 8)]
    public void Among_equals_a_difference_is_told_of_in_one_experiment_of_twenty(int contestants, int seeds)
    {
        var lead = new BestOfMany(contestants, seeds);
        var draws = new Draws(77, "other draws than its own");
        var alarms = 0;
        for (var i = 0; i < 3000; i++)
        {
            double[] Results() => [.. Enumerable.Range(0, seeds).Select(_ => draws.NextNormal())];
            var results = Enumerable.Range(0, contestants).Select(_ => Results()).ToArray();
            var best = results.MaxBy(r => r.Sum())!;
            alarms += results.Any(r => r != best && lead.Corrected(PairedTest.PValue(best, r, 0)) < PairedTest.Alpha) ? 1 : 0;
        }
        // Four standard errors of 3000 tries: 0.016.
        (alarms / 3000.0).ShouldBe(0.05, 0.016);
    }
}
