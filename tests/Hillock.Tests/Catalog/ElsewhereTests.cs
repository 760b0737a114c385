namespace Hillock.Tests;

/// <summary>What other libraries call the functions.</summary>
public class ElsewhereTests
{
    [Fact]
    public void Only_functions_of_the_catalog_are_spoken_of() =>
        Elsewhere.Functions.Except(Catalog.Functions.Select(f => f.Name)).ShouldBeEmpty();

    [Fact]
    public void Every_framework_has_a_column_in_every_row() =>
        Elsewhere.Names("sigmoid").Select(n => $"{n.Framework} {n.Name}").ShouldBe(
            ["PyTorch Sigmoid", "Keras sigmoid", "JAX sigmoid", "Flux sigmoid", "ONNX Sigmoid", "oneDNN logistic", ".NET TensorPrimitives Sigmoid"]);

    [Theory]
    [InlineData("leaky_relu", "0.3 in keras.layers")]
    [InlineData("hard_sigmoid", "ONNX means 0.2")]
    [InlineData("gelu", "tanh form")]
    public void Where_they_differ_it_is_said(string name, string expected) => EveryFunction.Named(name).Difference.ShouldContain(expected);
}
