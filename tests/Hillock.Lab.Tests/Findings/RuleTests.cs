namespace Hillock.Lab.Tests;

public sealed class RuleTests
{
    [Fact]
    public void Every_cause_is_a_rule_that_comes_before_or_is_the_rule_itself()
    {
        string[] names = [.. Rule.All.Select(rule => rule.Name)];
        names.ShouldBeUnique();
        foreach (var (i, rule) in Rule.All.Index())
        {
            rule.Causes.ShouldBeSubsetOf(names[..(i + 1)], rule.Name);
        }
    }

    [Fact]
    public void Every_rule_is_planted_and_every_planted_rule_is_one()
    {
        string[] planted = [.. PlantedFaults.All.SelectMany(fault => fault.Rules).Distinct()];
        planted.ShouldBeSubsetOf(Rule.All.Select(rule => rule.Name));
        PlantedFaults.All.Count.ShouldBeGreaterThanOrEqualTo(30);
        HealthyNetworks.All.Count.ShouldBeGreaterThanOrEqualTo(30);
    }

    /// <summary>What looks saw, and the first and number of those it is told by; -1 for what is not told.</summary>
    public static TheoryData<double[], int, int, int> Seen => new()
    {
        { [1, 1, 1, 1], 0, 4, 4 },
        // What came and went is over, and what was seen once only may be chance.
        { [1, 1, 1, 0], -1, 0, 0 },
        { [0, 0, 0, 1], -1, 0, 0 },
        { [0, 1, 1, 1], 1, 3, 3 },
        // Once in a while it may be missed.
        { [1, 1, 0, 1, 1], 0, 4, 5 },
        { [1, 0, 0, 0, 0, 1, 1, 1], 5, 3, 3 },
        { [1], 0, 1, 1 },
        { [double.NaN, 1, double.NaN, 1, 1], 1, 3, 3 },
        { [], -1, 0, 0 },
    };

    [Theory]
    [MemberData(nameof(Seen))]
    public void Only_what_stays_is_told(double[] looks, int first, int seen, int of)
    {
        var found = Sighting.Of([.. looks.Index().Select(look => ((long)look.Index, look.Item))], value => value > 0.5, 3);
        if (first < 0)
        {
            found.ShouldBeNull();
        }
        else
        {
            found.ShouldBe(new Sighting(first, new(seen, of), 1));
        }
    }

    [Theory]
    [InlineData("default")]
    [InlineData("sagemaker")]
    [InlineData("deepdiagnosis")]
    [InlineData("autotrainer")]
    public void Presets_have_a_name(string name) => Thresholds.Named(name).Name.ShouldBe(name);

    [Fact]
    public void Presets_have_the_limits_of_their_sources()
    {
        // shared/reference/diagnostics.md, 1.3.
        (Thresholds.SageMaker.DeadInAll, Thresholds.SageMaker.Faint, Thresholds.SageMaker.HugeUpdate, Thresholds.SageMaker.FrozenUpdate).ShouldBe((0.5, 1e-7, 10, 1e-8));
        (Thresholds.DeepDiagnosis.Zeros, Thresholds.DeepDiagnosis.LargeUpdate, Thresholds.DeepDiagnosis.SmallUpdate).ShouldBe((0.7, 0.1, 1e-5));
        (Thresholds.AutoTrainer.Zeros, Thresholds.AutoTrainer.Exploding, Thresholds.AutoTrainer.Vanishing, Thresholds.AutoTrainer.Learned).ShouldBe((0.7, 70, 1e-3, 0.6));
    }

    [Theory]
    // Holm 1979 by hand: 0.01·3, then max(0.03·2, …), then max(0.04·1, …).
    [InlineData(new[] { 0.03, 0.01, 0.04 }, new[] { 0.06, 0.03, 0.06 })]
    [InlineData(new[] { 0.5, 0.9 }, new[] { 1.0, 1.0 })]
    public void Several_comparisons_are_corrected(double[] p, double[] corrected)
    {
        foreach (var (value, expected) in Holm.Corrected(p).Zip(corrected))
        {
            value.ShouldBe(expected, 1e-12);
        }
    }
}
