namespace Hillock.Tests;

/// <summary>Steps keep their values and train with another function's slope.</summary>
public class SurrogateTests
{
    private static readonly float[] X = [-3, -0.5f, -0f, 0, 0.25f, 1, 40];

    public static TheoryData<string, string> Pairs =>
        [.. Catalog.Functions.SelectMany(f => f.Surrogates.Select(s => (f.Name, s.Surrogate!)))];

    [Fact]
    public void Step_sign_binary_and_ternary_take_surrogates() =>
        Catalog.Functions.Where(f => f.Surrogates.Count > 0).Select(f => f.Name).ShouldBe(["step", "sign", "binary", "ternary"], ignoreOrder: true);

    [Theory]
    [MemberData(nameof(Pairs))]
    public void The_values_are_the_functions_and_the_slopes_the_surrogates(string name, string surrogate)
    {
        var f = Catalog.Parse($"{name}(surrogate={surrogate})");
        var smooth = Catalog.Parse(surrogate == "straight_through" ? "linear" : surrogate);
        float[] y = new float[X.Length], dx = new float[X.Length], plain = new float[X.Length];
        f.Forward(X, y);
        Catalog.Parse(name).Forward(X, plain);
        y.ShouldBe(plain);
        f.Backward(X, [.. X.Select(_ => 1f)], dx);
        for (var i = 0; i < X.Length; i++)
        {
            ((double)dx[i]).ShouldBe(smooth.Slope(X[i]), 1e-6 * (1e-30 + smooth.Slope(X[i])));
            f.Slope(X[i]).ShouldBe(smooth.Slope(X[i]));
        }

        f.Name.ShouldBe($"{name}(surrogate={surrogate})");
        Catalog.Parse(name).WithSurrogate(surrogate).Name.ShouldBe(f.Name);
    }

    [Theory]
    [InlineData("relu(surrogate=sigmoid)", "step")]
    [InlineData("step(surrogate=gelu)", "straight_through")]
    public void What_cannot_stand_in_gets_one_line_that_helps(string text, string expected) =>
        Should.Throw<HillockException>(() => Catalog.Parse(text)).Message.ShouldContain(expected);
}
