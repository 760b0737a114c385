namespace Hillock.Tests;

/// <summary>Formulas stand wherever functions do; names come first.</summary>
public class AnywhereTests
{
    [Theory]
    [InlineData("gelu", "gelu")]
    [InlineData("leaky_relu(0.2)", "leaky_relu(alpha=0.2)")]
    [InlineData("swish(beta=trainable(1.5))", "swish(beta=trainable(1.5))")]
    [InlineData("softplus(x)", "softplus(x)")]
    [InlineData("softplus(x) * 2", "softplus(x) * 2")]
    [InlineData("log(2)", "log(2)")]
    [InlineData("x", "x")]
    [InlineData("x-1", "x-1")]
    [InlineData("leaky_relu(x, 0.2)", "leaky_relu(x, 0.2)")]
    [InlineData("x*sigmoid(beta*x);beta=trainable(1.5)", "x*sigmoid(beta*x); beta = trainable(1.5)")]
    [InlineData("def f(x, a=2):\n    return a * x", "a * x; a = 2")]
    [InlineData("lambda t: t * t", "x * x")]
    public void A_function_is_a_name_or_a_formula(string text, string name)
    {
        var f = Catalog.Parse(text);
        f.Name.ShouldBe(name);

        // What a function is called names it again.
        Catalog.Parse(f.Name).Name.ShouldBe(name);
        Catalog.Parse(f.Name).Of(0.7).ShouldBe(f.Of(0.7));
    }

    [Fact]
    public void A_list_is_separated_by_commas_outside_parentheses() =>
        Catalog.SplitList("relu, x*sigmoid(1.7*x), np.where(x>0,x,0.1*x), lambda x, a=1: a*x, x*b; b=2")
            .ShouldBe(["relu", "x*sigmoid(1.7*x)", "np.where(x>0,x,0.1*x)", "lambda x, a=1: a*x", "x*b; b=2"]);

    [Fact]
    public void A_formula_is_no_function_of_rows()
    {
        Catalog.IsOfRows("x * tanh(x)").ShouldBeFalse();
        Catalog.IsOfRows("softmax").ShouldBeTrue();
    }

    [Fact]
    public void Another_value_of_a_parameter_is_part_of_the_name() =>
        Catalog.Parse("x * sigmoid(beta * x); beta = 1").With("beta", 2).Name.ShouldBe("x * sigmoid(beta * x); beta = 2");
}
