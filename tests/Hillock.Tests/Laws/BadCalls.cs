namespace Hillock.Tests;

/// <summary>Spans that do not fit are refused before anything is written.</summary>
public class BadCalls
{
    private static readonly Activation F = EveryFunction.Named("silu").Create();

    [Fact]
    public void Different_lengths_are_refused()
    {
        Should.Throw<ArgumentException>(() => F.Forward(new float[3], new float[4])).Message.ShouldContain("4");
        Should.Throw<ArgumentException>(() => F.Backward(new float[3], new float[2], new float[3])).Message.ShouldContain("dy");
        Should.Throw<ArgumentException>(() => F.ForwardBackward(new float[3], new float[3], new float[3], new float[1]));
    }

    [Fact]
    public void Shifted_overlap_is_refused_and_nothing_is_written()
    {
        float[] memory = [1, 2, 3, 4];
        Should.Throw<ArgumentException>(() => F.Forward(memory.AsSpan(0, 3), memory.AsSpan(1, 3))).Message.ShouldContain("overlaps");
        Should.Throw<ArgumentException>(() => F.Backward(new float[3], memory.AsSpan(1, 3), memory.AsSpan(0, 3)));
        Should.Throw<ArgumentException>(() => F.ForwardBackward(new float[4], new float[4], memory, memory));
        memory.ShouldBe([1f, 2f, 3f, 4f]);
    }

    [Fact]
    public void A_parameter_span_has_one_element_or_one_for_each()
    {
        var swish = EveryFunction.Named("swish").Create().Train("beta");
        Should.Throw<ArgumentException>(() => swish.Forward(new float[3], new float[2], new float[3])).Message.ShouldContain("1, or 3");
        Should.Throw<ArgumentException>(() => swish.Backward(new float[3], new float[3], new float[3], new float[3], new float[1]));
        Should.Throw<InvalidOperationException>(() => F.Forward(new float[3], new float[1], new float[3]));
    }

    [Theory]
    [InlineData("celu", "alpha", 0)]
    [InlineData("celu", "alpha", double.NaN)]
    [InlineData("softplus", "beta", -1)]
    [InlineData("leaky_relu", "alpha", double.PositiveInfinity)]
    [InlineData("hard_tanh", "low", 2)]
    [InlineData("elu", "gamma", 1)]
    [InlineData("relu", "alpha", 1)]
    public void Invalid_parameters_are_refused_by_name(string name, string parameter, double value) =>
        Should.Throw<HillockException>(() => EveryFunction.Named(name).Create().With(parameter, value)).Message.ShouldContain(name);
}
