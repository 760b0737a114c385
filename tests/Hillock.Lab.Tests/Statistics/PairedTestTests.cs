namespace Hillock.Lab.Tests;

public sealed class PairedTestTests
{
    [Fact]
    public void Of_two_a_p_value_is_that_of_the_differences()
    {
        // Differences 1, 2, 3: t = 2·√3 / 1 = √12; with two degrees p = 1 − t / √(2 + t²) = 1 − √(12 / 14).
        PValue([11, 7, 8], [10, 5, 5], 0).ShouldBe(1 - Math.Sqrt(12.0 / 14), 1e-12);
        PValue([10, 5, 5], [11, 7, 8], 0).ShouldBe(1 - Math.Sqrt(12.0 / 14), 1e-12);
    }

    [Fact]
    public void Of_three_all_say_how_far_chance_goes()
    {
        // Means 2, 3, 7 and circumstances 3, 5 leave ±0.5, ±0.5 and ∓1: 3 over 2 degrees is 1.5, so a difference has variance 3.
        // First against third: t = 5·√2 / √(own variance 2·1.5² = 4.5, the greater) = 10/3; p = 1 − t / √(2 + t²).
        var test = new PairedTest([[0.5, 3.5], [1.5, 4.5], [7, 7]], 0);
        var t = 5 * Math.Sqrt(2) / Math.Sqrt(4.5);
        test.PValue(0, 2).ShouldBe(1 - (t / Math.Sqrt(2 + (t * t))), 1e-12);
        // First against second: they never differ but by 1, so the pooled variance 3 counts: t = √2 / √3.
        t = Math.Sqrt(2.0 / 3);
        test.PValue(0, 1).ShouldBe(1 - (t / Math.Sqrt(2 + (t * t))), 1e-12);
    }

    [Fact]
    public void The_same_lead_of_one_sample_in_each_seed_proves_little()
    {
        // s is taken to be one sample of 200: t = √3, p = 1 − √(3 / 5).
        PValue([1, 1, 1], [0.995, 0.995, 0.995], 0.005).ShouldBe(1 - Math.Sqrt(3.0 / 5), 1e-9);
        PValue([1, 1, 1], [0.995, 0.995, 0.995], 0).ShouldBeLessThan(1e-9);
    }

    [Fact]
    public void Equals_do_not_differ()
    {
        PValue([1, 0.5, 0.7], [1, 0.5, 0.7], 0).ShouldBe(1);
        PValue([1], [0], 0).ShouldBe(1);
        Should.Throw<ArgumentException>(() => PValue([1], [0, 1], 0));
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
            alarms += Alarm(results, lead) ? 1 : 0;
        }
        // Four standard errors of 3000 tries: 0.016.
        (alarms / 3000.0).ShouldBe(0.05, 0.016);
    }

    [Fact]
    public void One_that_scatters_ten_times_as_far_does_not_raise_many_more()
    {
        var lead = new BestOfMany(9, 3);
        var draws = new Draws(78, "one is wild");
        var alarms = 0;
        for (var i = 0; i < 3000; i++)
        {
            double[] Results(double deviation) => [.. Enumerable.Range(0, 3).Select(_ => deviation * draws.NextNormal())];
            alarms += Alarm([.. Enumerable.Range(0, 9).Select(k => Results(k == 0 ? 10 : 1))], lead) ? 1 : 0;
        }
        // The correction assumes equal scatter; without it the promise is kept to within a factor of two (and four standard errors).
        (alarms / 3000.0).ShouldBeLessThan(0.1 + 0.022);
    }

    private static bool Alarm(double[][] results, BestOfMany lead)
    {
        var test = new PairedTest(results, 0);
        var best = results.Index().MaxBy(r => r.Item.Sum()).Index;
        return Enumerable.Range(0, results.Length).Any(other => other != best && lead.Corrected(test.PValue(best, other)) < PairedTest.Alpha);
    }

    private static double PValue(double[] first, double[] second, double resolution) => new PairedTest([first, second], resolution).PValue(0, 1);
}
