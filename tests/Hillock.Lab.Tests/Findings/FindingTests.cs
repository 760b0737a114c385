namespace Hillock.Lab.Tests;

public sealed class FindingTests
{
    private static readonly EpochRecord[] Fine = [new(0.5, 0.5, 0.9, 1)];

    /// <summary>Dead units of 10, saturated share, gradients of the first and the last layer; what is found of relu layers.</summary>
    public static TheoryData<int, double, double, double, string> Table => new()
    {
        { 0, 0, 1, 1, "" },
        // A tenth is worth a word; 1e-3 is the limit of vanishing, 1e3 of exploding, one half of saturation.
        { 1, 0, 1, 1, "dead units: 10 % of dense1 (1 of 10 off for every sample)" },
        { 10, 0, 1, 1, "dead: every unit of dense1 is off for every sample" },
        { 0, 0.6, 1, 1, "saturated: 60 % of dense1's values have almost no slope" },
        { 0, 0.4, 1, 1, "" },
        { 0, 0, 3e-9, 1, "gradients vanish: the first layer's are 3e-9 of the last's" },
        { 0, 0, 2e-3, 1, "" },
        { 0, 0, 2e4, 1, "gradients explode: the first layer's are 2e4 times the last's" },
        { 0, 0, 1, 0, "" },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void Notes_say_what_and_where(int dead, double saturated, double first, double last, string text)
    {
        LayerState[] layers = [new("dense1", 10, dead, saturated, first), new("logits", 1, 0, 0, last)];
        Finding.All(Catalog.Parse("relu"), Fine, layers).Select(finding => finding.Text).ShouldBe(text.Length == 0 ? [] : [text]);
    }

    [Theory]
    // (E f)² is .25 of E f² = .293.
    [InlineData("sigmoid", "gradients vanish: the first layer's are 1e-6 of the last's; centred weights may help")]
    [InlineData("tanh", "gradients vanish: the first layer's are 1e-6 of the last's")]
    public void Vanishing_gradients_have_a_remedy_where_outputs_are_mostly_their_mean(string name, string text) =>
        Finding.All(Catalog.Parse(name), Fine, [new("dense1", 10, 0, 0, 1e-6), new("logits", 1, 0, 0, 1)]).Single().Text.ShouldBe(text);

    [Theory]
    [InlineData("linear", "no nonlinearity")]
    [InlineData("leaky_relu(alpha=1)", "no nonlinearity")]
    [InlineData("step", "no slope")]
    [InlineData("relu", "")]
    [InlineData("leaky_relu(alpha=0.999)", "")]
    [InlineData("hard_tanh", "")]
    [InlineData("prelu(alpha=trainable(1))", "")]
    public void Flat_slopes_are_seen_by_the_slope_not_the_name(string name, string rule)
    {
        LayerState[] layers = [new("dense1", 10, 0, 0, 1), new("logits", 1, 0, 0, 1)];
        Finding.All(Catalog.Parse(name), Fine, layers).Select(finding => finding.Rule).ShouldBe(rule.Length == 0 ? [] : [rule]);
    }

    [Fact]
    public void Divergence_is_told_with_its_epoch() =>
        Finding.All(Catalog.Parse("relu"), [.. Fine, new(double.NaN, 1, 0, 1)], []).Single().Text
            .ShouldBe("diverged in epoch 2: the loss is no number");
}
