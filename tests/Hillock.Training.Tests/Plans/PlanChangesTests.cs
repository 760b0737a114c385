namespace Hillock.Training.Tests;

public sealed class PlanChangesTests
{
    [Theory]
    [InlineData("dense 8, {act}, dense 8, {act}", "dense 8, batchnorm, {act}, dense 8, batchnorm, {act}")]
    [InlineData("conv 4 3x3, {act}, maxpool 2", "conv 4 3x3, batchnorm, {act}, maxpool 2")]
    [InlineData("repeat 3 (dense 8, {act})", "repeat 3 (dense 8, batchnorm, {act})")]
    [InlineData("dense 8", null)]
    public void Batch_norm_goes_between_a_layer_and_its_activation(string plan, string? normalized) =>
        Plan.Parse(plan).Normalized()?.Text.ShouldBe(normalized);

    [Theory]
    [InlineData("dense 8, {act}, dense 8, {act}", 3, "repeat 3 (dense 8, {act})")]
    [InlineData("dense 4, repeat 2 (dense 8, {act})", 5, "dense 4, repeat 5 (dense 8, {act})")]
    [InlineData("dense 8, {act}, dense 4, {act}", 3, null)]
    [InlineData("conv 4 3x3, {act}", 3, null)]
    public void Depth_is_the_number_of_equal_layers_or_of_repetitions(string plan, int depth, string? deep) =>
        Plan.Parse(plan).WithDepth(depth)?.Text.ShouldBe(deep);

    [Theory]
    [InlineData("dense 8, {act}, output tanh", "dense 8, {act}")]
    [InlineData("dense 8, {act}", null)]
    public void An_output_can_be_taken_off(string plan, string? plain) => Plan.Parse(plan).WithoutOutput()?.Text.ShouldBe(plain);

    [Fact]
    public void Dropout_follows_each_activation() =>
        Plan.Parse("dense 8, {act}, dense 8, {act}").WithDropout()!.Text.ShouldBe("dense 8, {act}, dropout 0.3, dense 8, {act}, dropout 0.3");

    [Theory]
    [InlineData("dense 8, relu, output tanh")]
    [InlineData("dense 8, relu, output (x*sigmoid(2*x))")]
    [InlineData("dense 8, relu, output softmax")]
    public void An_output_is_as_wide_as_the_data_wants(string text)
    {
        var plan = Plan.Parse(text);
        plan.Text.ShouldBe(text);
        var network = plan.Build(4, 3);
        network.Last.Units.ShouldBe(3);
        network.Initialize(1);
        float[] outputs = [.. network.Forward(Tensor.From([1, 2, 3, 4], 1, 4)).Values];
        outputs.ShouldAllBe(y => float.IsFinite(y));
        if (text.EndsWith("softmax", StringComparison.Ordinal))
        {
            outputs.Sum(y => (double)y).ShouldBe(1, 1e-6);
        }
    }

    [Theory]
    [InlineData("output tanh, dense 8")]
    [InlineData("residual (dense 4, output tanh)")]
    public void An_output_comes_last(string text) =>
        Should.Throw<HillockException>(() => Plan.Parse(text).Build(4, 3)).Message.ShouldContain("only the last item of a network can be the output");
}
