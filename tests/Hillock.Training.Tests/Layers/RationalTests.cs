namespace Hillock.Training.Tests;

public sealed class RationalTests
{
    /// <summary>
    /// No quotient of degrees 5 and 4 is nearer to |x| on [−1, 1] than 0.0085 (Varga, Ruttan and Carpenter 1993), so none to relu on [−3, 3]
    /// than 0.0128; least squares, which care little for a single point, are three times as far off at 0. Smooth functions are easier.
    /// </summary>
    [Theory]
    [InlineData("relu", 0.04)]
    [InlineData("leaky_relu", 0.04)]
    [InlineData("gelu", 0.01)]
    [InlineData("silu", 0.01)]
    [InlineData("tanh", 0.01)]
    [InlineData("sigmoid", 0.001)]
    [InlineData("linear", 1e-5)]
    [InlineData("x^3 - 2*x", 1e-4)]
    public void It_begins_as_the_activation(string name, double tolerance)
    {
        var layer = new RationalLayer("rational", 61, Catalog.Parse(name));
        var inputs = new Tensor(1, 61);
        for (var i = 0; i < 61; i++)
        {
            inputs.Values[i] = (i - 30) / 10f;
        }
        using var crew = new Crew(1);
        layer.Forward(inputs, new(crew));
        for (var i = 0; i < 61; i++)
        {
            ((double)layer.Outputs.Values[i]).ShouldBe(layer.Like.Of(inputs.Values[i]), tolerance, $"{name} at {inputs.Values[i]}");
        }
        layer.ActivationAfter(null).ShouldBe(layer.Like);
    }

    [Theory]
    [InlineData("log(x)")]
    [InlineData("1/x")]
    public void What_is_not_finite_begins_as_x(string formula) =>
        new RationalLayer("rational", 3, Catalog.Parse(formula)).Coefficients.Value.Values.ToArray().ShouldBe([0, 1, 0, 0, 0, 0, 0, 0, 0, 0]);

    [Fact]
    public void Leaky_relu_is_the_start_unless_told() => new RationalLayer("rational", 3).Like.Name.ShouldBe("leaky_relu");
}
