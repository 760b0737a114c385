namespace Hillock.Training.Tests;

public sealed class PlanTests
{
    /// <summary>A text, the shape of a sample, and the layers with their output shapes and parameters, counted by hand.</summary>
    public static TheoryData<string, int[], string> Networks => new()
    {
        { "dense 5, gelu, dense 3", [7], "dense1 gelu 5 40; dense2 3 18" },
        { "dense 5,tanh , {act}", [7], "dense1 tanh 5 40; act1 relu 5 0" },
        { "{act}, prelu, prelu(alpha=trainable_per_unit)", [2, 3], "act1 relu 2×3 0; act2 prelu 2×3 1; act3 prelu(alpha=trainable_per_unit) 2×3 3" },
        { "dense 4, leaky_relu(alpha=0.2)", [6, 2], "dense1 leaky_relu(alpha=0.2) 6×4 12" },
        { "dense 4, x * sigmoid(1.7*x)", [4, 4, 2], "dense1 x * sigmoid(1.7*x) 4 132" },
        { "flatten, dense 2", [4, 4], "dense1 2 34" },
        // Per gate: features × units, units × units and a bias for each unit.
        { "rnn 5, dense 2", [7, 3], "rnn1 7×5 45; dense1 7×2 12" },
        { "rnn 5 act {act} bidirectional last", [7, 3], "rnn1 10 90" },
        { "lstm 5, lstm 2 last", [7, 3], "lstm1 7×5 180; lstm2 2 64" },
        { "lstm 5 last gate hard_sigmoid cell {act} output (x * sigmoid(x))", [8, 8, 3], "lstm1 5 600" },
        // One more bias for each unit of the candidate.
        { "gru 5 bidirectional", [7, 3], "gru1 7×10 280" },
        { "gru 5 gate {act} cell x*tanh(x)", [7, 3], "gru1 7×5 140" },
        { "repeat 2 (dense 3, tanh), dense 1", [3], "dense1 tanh 3 12; dense2 tanh 3 12; dense3 1 4" },
        { "repeat 2 (repeat 2 (dense 1))", [1], "dense1 1 2; dense2 1 2; dense3 1 2; dense4 1 2" },
    };

    [Theory]
    [MemberData(nameof(Networks))]
    public void Layers_are_as_written(string text, int[] shape, string expected)
    {
        var network = Plan.Parse(text).Build(SampleShape.Of(shape), activation: Catalog.Parse("relu"));
        string.Join("; ", network.Layers.Select(layer =>
            $"{layer.Name} {layer.Activation}{(layer.Activation is null ? "" : " ")}{layer.Output} {layer.Trainables.Sum(t => t.Value.Length)}")).ShouldBe(expected);
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public void The_text_of_a_plan_is_the_plan(string text, int[] shape, string expected)
    {
        var plan = Plan.Parse(text);
        Plan.Parse(plan.Text).Text.ShouldBe(plan.Text);
        plan.Build(SampleShape.Of(shape), activation: Catalog.Parse("relu")).Layers.Count.ShouldBe(expected.Split(';').Length);
    }

    [Theory]
    [InlineData("dense 5", 3, "dense1 is the last layer and has 5 units; the data wants 3")]
    [InlineData("dense", null, "UNITS is missing; write dense UNITS")]
    [InlineData("dense x", null, "'x' for UNITS is no whole number from 1 to 65536")]
    [InlineData("dense 0", null, "no whole number")]
    [InlineData("dense 99999999999", null, "no whole number")]
    [InlineData("dense 5 6", null, "'6' is not understood; write dense UNITS")]
    [InlineData("dense 5,, relu", null, "an item between two commas is empty")]
    [InlineData("", null, "empty")]
    [InlineData("desne 5", null, "'desne' is no layer; there are dense")]
    [InlineData("desne", null, "Nor is it a layer: dense")]
    [InlineData("repeat 2 dense", null, "'dense' is no block of items in parentheses")]
    [InlineData("repeat 2 (dense 3", null, "a bracket is not closed")]
    [InlineData("repeat 2 (repeat 2000 (dense 3))", null, "more than 2000 layers")]
    [InlineData("lstm 5", null, "lstm1 takes sequences, steps × features, for example 28×28; samples of shape 7 come in")]
    [InlineData("rnn", null, "UNITS is missing; write rnn UNITS [act ACTIVATION]")]
    [InlineData("gru 5 cell", null, "nothing stands after cell")]
    [InlineData("gru 5 cell tahn", null, "tanh")]
    [InlineData("rnn 5 gate relu", null, "'gate' is not understood")]
    [InlineData("rnn 5 act {act}", null, "name the activation to put there")]
    [InlineData("{act}", null, "name the activation to put there")]
    [InlineData("flatten", null, "at least one layer")]
    public void What_is_wrong_is_said(string text, int? outputs, string message) =>
        Should.Throw<HillockException>(() => Plan.Parse(text).Build(7, outputs)).Message.ShouldContain(message);

    [Fact]
    public void Deep_and_long_texts_are_refused()
    {
        Should.Throw<HillockException>(() => Plan.Parse(new string('a', 30_000))).Message.ShouldContain("at most");
        var deep = string.Concat(Enumerable.Repeat("repeat 1 (", 40)) + "dense 1" + new string(')', 40);
        Should.Throw<HillockException>(() => Plan.Parse(deep)).Message.ShouldContain("deep");
    }

    [Theory]
    [InlineData("dense 5, relu", 3, "logits 3")]
    [InlineData("dense 5, relu, dense 3", 3, "dense2 3")]
    [InlineData("dense 3, relu", 3, "logits 3")]
    public void Logits_are_added_where_the_last_layer_has_none(string text, int outputs, string last)
    {
        var network = Plan.Parse(text).Build(7, outputs);
        $"{network.Last.Name} {network.Last.Output}".ShouldBe(last);
    }

    [Fact]
    public void Every_named_plan_is_a_plan()
    {
        foreach (var named in NamedPlan.All)
        {
            Plan.Parse(named.Name).Text.ShouldBe(Plan.Parse(named.Text).Text);
            Plan.Parse(named.Name).IsOpen.ShouldBeTrue(named.Name);
        }
    }
}
