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
        // (3·3·1 + 1)·16, (3·3·16 + 1)·32 and (7·7·32 + 1)·128 parameters.
        {
            "conv 16 3x3, {act}, maxpool 2, conv 32 3x3, {act}, maxpool 2, dense 128, {act}", [28, 28, 1],
            "conv1 relu 28×28×16 160; maxpool1 14×14×16 0; conv2 relu 14×14×32 4640; maxpool2 7×7×32 0; dense1 relu 128 200832"
        },
        { "conv 6 3 stride 2 padding 0 groups 2, tanh, globalpool max", [8, 4], "conv1 tanh 3×6 42; globalpool1 6 0" },
        { "depthwise 5x3 stride 2, conv 4 1x1", [9, 8, 3], "depthwise1 5×4×3 48; conv1 5×4×4 16" },
        { "conv 4 3, prelu(alpha=trainable_per_unit), avgpool 2 stride 1, globalpool", [7, 6, 1], "conv1 prelu(alpha=trainable_per_unit) 7×6×4 44; avgpool1 6×5×4 0; globalpool1 4 0" },
        { "conv 2 2x2 padding same, maxpool 3x2, dense 1", [7, 6, 1], "conv1 7×6×2 10; maxpool1 2×3×2 0; dense1 1 13" },
        { "repeat 2 (dense 3, tanh), dense 1", [3], "dense1 tanh 3 12; dense2 tanh 3 12; dense3 1 4" },
        { "batchnorm, tanh, layernorm, {act}", [4, 3], "batchnorm1 tanh 4×3 6; layernorm1 relu 4×3 6" },
        { "rmsnorm, groupnorm 2, prelu(alpha=trainable_per_unit)", [4, 6], "rmsnorm1 4×6 6; groupnorm1 prelu(alpha=trainable_per_unit) 4×6 18" },
        { "dropout 0.25, dense 3, selu, alphadropout 0.05, dense 2", [5], "dropout1 5 0; dense1 selu 3 18; alphadropout1 3 0; dense2 2 8" },
        { "embedding 11 3, positions, last, dense 2", [7], "embedding1 7×3 33; positions1 7×3 21; last1 3 0; dense1 2 8" },
        { "embedding 11 3, dense 2", [7, 1], "embedding1 7×3 33; dense1 7×2 8" },
        { "residual (dense 8, {act}, dense 5), {act}", [5], "residual1 relu 5 93" },
        { "residual (dense 8, relu) project, layernorm", [2, 5], "residual1 2×8 96; layernorm1 2×8 16" },
        { "residual (dense 8) project (dense 3, dense 8), gelu", [5], "residual1 gelu 8 98" },
        { "sine 4, sine 3 omega 12.5, sine 5 or {act}, sine", [2], "sine1 sine(omega=30) 4 12; sine2 sine(omega=12.5) 3 15; dense1 relu 5 20; act1 sine 5 0" },
        { "sine 4 or sine, sine 4 or sine(omega=3), sine 4 or tanh", [2], "sine1 sine(omega=30) 4 12; sine2 sine(omega=3) 4 20; dense1 tanh 4 20" },
        { "glu, softmax, maxout(k=4), crelu", [3, 16], "rows1 3×8 0; rows2 3×8 0; rows3 3×2 0; rows4 3×4 0" },
        { "rational, rational like {act}, rational like tanh", [4, 3], "rational1 4×3 10; rational2 4×3 10; rational3 4×3 10" },
        // Parameters: 9·16·c + c for a convolution, two a channel for a batch norm, 16·c + c for a projection.
        {
            "resnet-small", [28, 28, 1],
            "conv1 28×28×16 160; batchnorm1 relu 28×28×16 32; residual1 relu 28×28×16 4704; residual2 relu 14×14×32 14624; residual3 relu 7×7×64 57920; globalpool1 64 0"
        },
        { "sine 4 or (x * sigmoid(2*x))", [2], "dense1 (x * sigmoid(2*x)) 4 12" },
        { "repeat 2 (repeat 2 (dense 1))", [1], "dense1 1 2; dense2 1 2; dense3 1 2; dense4 1 2" },
        { "attention 2 causal scores sparsemax", [5, 6], "attention1 5×6 168" },
        { "attention 3, gelu", [2, 2, 6], "attention1 2×2×6 168; act1 gelu 2×2×6 0" },
        { "transformer 2", [5, 8], "transformer1 5×8 872" },
        { "transformer 2 act prelu(alpha=trainable_per_unit) width 12 causal prenorm scores entmax15", [5, 8], "transformer1 5×8 544" },
        { "transformer 4 act (x * sigmoid(1.7*x)) width 12 postnorm", [5, 8], "transformer1 5×8 532" },
        { "transformer 2 width 12 gated swiglu", [5, 8], "transformer1 5×8 536" },
        // 45 of the dense layer; 4·(8·8 + 8) of self-attention; 2·(8·8 + 8) + (5·16 + 16) of cross-attention; 8·12 + 12 + 12·8 + 8; 3·16 of norms.
        { "encoderdecoder 3 (dense 5, {act}) (transformer 2 width 12 causal cross prenorm), last", [7, 8], "encoderdecoder1 4×8 833; last1 8 0" },
        {
            "encoderdecoder 2 (embedding 9 4, positions) (embedding 9 4, repeat 2 (transformer 1 width 3 act tanh cross scores sparsemax))", [7],
            "encoderdecoder1 5×4 510"
        },
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
    [InlineData("dense 5", 3, "dense1 is the last layer and puts out 5; the data wants 3")]
    [InlineData("dense", null, "UNITS is missing; write dense UNITS")]
    [InlineData("dense x", null, "'x' for UNITS is no whole number from 1 to 8192")]
    [InlineData("dense 0", null, "no whole number")]
    [InlineData("dense 99999999999", null, "no whole number")]
    [InlineData("dense 5 6", null, "'6' is not understood; write dense UNITS")]
    [InlineData("dense 5,, relu", null, "an item between two commas is empty")]
    [InlineData("", null, "empty")]
    [InlineData("desne 5", null, "'desne' is neither a layer (dense")]
    [InlineData("desne", null, "did you mean 'dense'?")]
    [InlineData("repeat 2 dense", null, "'dense' is no block of items in parentheses")]
    [InlineData("repeat 2 (dense 3", null, "a bracket is not closed")]
    [InlineData("repeat 2 (repeat 2000 (dense 3))", null, "more than 2000 layers")]
    [InlineData("groupnorm 3", null, "groupnorm1: 7 channels (7) cannot be divided into 3 groups; take a divisor of 7")]
    [InlineData("dropout 1", null, "'1' for SHARE is no number from 0 to below 1; write dropout SHARE")]
    [InlineData("dropout nan", null, "no number from 0 to below 1")]
    [InlineData("alphadropout", null, "SHARE is missing")]
    [InlineData("embedding 5 3, embedding 5 3", null, "embedding2 takes a sequence of tokens, steps or steps×1; what comes in is 7×3")]
    [InlineData("last", null, "last1 takes the last step of a sequence, steps×features; what comes in is a row of 7 features")]
    [InlineData("residual (dense 3)", null, "residual1: 7 comes in and its items make 3 of it, which cannot be added; write project behind them")]
    [InlineData("residual (dense 3) project (dense 4)", null, "its projection 4 of 7, which cannot be added")]
    [InlineData("residual", null, "(ITEMS) is missing; write residual (ITEMS) [project [(ITEMS)]]")]
    [InlineData("glu", null, "rows1: glu does not take rows of 7 channels (7)")]
    [InlineData("sine 3 omega 0", null, "'0' is no number from 1E-06 to 1000000")]
    [InlineData("sine 3 or softmax", null, "works on whole rows")]
    [InlineData("lstm 5", null, "lstm1 takes sequences, steps × features, for example 28×28; samples of shape 7 come in")]
    [InlineData("rnn", null, "UNITS is missing; write rnn UNITS [act ACTIVATION]")]
    [InlineData("gru 5 cell", null, "nothing stands after cell")]
    [InlineData("gru 5 cell tahn", null, "tanh")]
    [InlineData("rnn 5 gate relu", null, "'gate' is not understood")]
    [InlineData("rnn 5 act {act}", null, "name the activation to put there")]
    [InlineData("{act}", null, "name the activation to put there")]
    [InlineData("flatten", null, "at least one layer")]
    [InlineData("attention 2", null, "attention1 takes a sequence, steps×features; what comes in is a row of 7 features")]
    [InlineData("attention", null, "HEADS is missing; write attention HEADS [causal] [scores NORMALIZER]")]
    [InlineData("attention 2 scores", null, "nothing stands after scores")]
    [InlineData("attention 2 scores gelu", null, "gelu")]
    [InlineData("transformer 2 width 0", null, "'0' for width is no whole number from 1")]
    [InlineData("transformer 2 act gelu gated swiglu", null, "act and gated are two ways")]
    [InlineData("transformer 2 prenorm postnorm", null, "prenorm and postnorm are two ways")]
    [InlineData("encoderdecoder (dense 2) (dense 2)", null, "'(dense 2)' for SOURCE is no whole number")]
    [InlineData("encoderdecoder 3 (dense 2)", null, "(ITEMS) is missing; write encoderdecoder SOURCE (ITEMS) (ITEMS)")]
    [InlineData("encoderdecoder 7 (dense 2) (dense 2)", null, "encoderdecoder1: the encoder takes 7 steps of 7, which leaves none for the decoder; take 6 or fewer")]
    [InlineData("encoderdecoder 3 (dense 2) (dense 2)", null, "encoderdecoder1: nothing in the decoder looks at what the encoder makes; write transformer HEADS causal cross")]
    [InlineData("encoderdecoder 3 (dense 2) (embedding 5 4, transformer 2 act relu cross)", null,
        "encoderdecoder1.decoder.transformer1.cross looks at a sequence, steps×features; encoderdecoder1.encoder.inner makes a row of 2 features")]
    [InlineData("embedding 5 4, transformer 2 act relu cross", null, "transformer1: cross looks at what an encoder makes, and there is none")]
    [InlineData("embedding 5 4, encoderdecoder 3 (transformer 2 act relu cross) (dense 2)", null, "encoderdecoder1.encoder.transformer1: cross looks at what")]
    [InlineData("transformer 2 casual", null, "'casual' is not understood; write transformer HEADS")]
    public void What_is_wrong_is_said(string text, int? outputs, string message) =>
        Should.Throw<HillockException>(() => Plan.Parse(text).Build(7, outputs is { } count ? [count] : null)).Message.ShouldContain(message);

    [Theory]
    [InlineData("conv 4 3x3", "conv1 takes images, rows × columns × channels, or sequences, steps × channels; what comes in has shape 8", 8)]
    [InlineData("conv 4 3x3", "conv1: a window of 3x3 does not fit samples of shape 8×2; write 3 for example", 8, 2)]
    [InlineData("maxpool 3x3x3", "maxpool1: a window of 3x3x3 does not fit samples of shape 8×8×2; write 3x3 for example", 8, 8, 2)]
    [InlineData("maxpool 2, maxpool 5", "maxpool2: a window of 5 does not fit into 4 positions; write 4 or less", 8, 8, 2)]
    [InlineData("conv 4 11 padding 1", "conv1: a window of 11 does not fit into 8 positions and 2 zeros; write 10 or less", 8, 2)]
    [InlineData("conv 4 3 padding 3", "conv1: with padding 3 some windows of 3 see nothing but zeros; write padding 2 or less", 8, 2)]
    [InlineData("conv 4 3 groups 3", "conv1: 3 groups do not divide 2 channels that come in and 4 that go out; write a common divisor of both", 8, 2)]
    [InlineData("globalpool, globalpool", "globalpool2 takes images, rows × columns × channels, or sequences, steps × channels; what comes in has shape 2", 8, 2)]
    [InlineData("conv 4", "KERNEL is missing; write conv CHANNELS KERNEL [stride N] [padding N|same] [groups N]", 8, 2)]
    [InlineData("conv 4 3x", "'' for KERNEL is no whole number", 8, 2)]
    [InlineData("conv 4 3 padding x", "'x' for padding is no whole number", 8, 2)]
    [InlineData("conv 4 3 stride 0", "'0' for stride is no whole number", 8, 2)]
    [InlineData("conv 4 3 5", "'5' is not understood", 8, 2)]
    [InlineData("avgpool 2 stride", "nothing stands after stride", 8, 2)]
    [InlineData("depthwise 3 groups 2", "'groups' is not understood; write depthwise KERNEL [stride N] [padding N|same]", 8, 2)]
    public void Windows_that_do_not_fit_are_refused(string text, string message, params int[] shape) =>
        Should.Throw<HillockException>(() => Plan.Parse(text).Build(SampleShape.Of(shape))).Message.ShouldContain(message);

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
