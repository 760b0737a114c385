using System.Globalization;
using FsCheck.Fluent;

namespace Hillock.Tests;

/// <summary>The catalog agrees with the reference list and with itself.</summary>
public class CatalogTests
{
    public static TheoryData<string> Names => EveryFunction.Names;

    /// <summary>The reference's columns up to the parameters, and what follows them.</summary>
    private static IEnumerable<string[]> Reference =>
        File.ReadLines(SharedFolder.Path("reference/catalog.csv")).Skip(1).Select(line => line.Split(',', 4));

    [Fact]
    public void Every_function_of_the_reference_is_in_the_catalog()
    {
        var names = Reference.Select(cells => cells[0]).ToList();
        names.Count.ShouldBe(86);
        names.Except(Catalog.Functions.Select(f => f.Name)).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Names_families_parameters_and_kinks_are_those_of_the_reference(string name)
    {
        if (Reference.SingleOrDefault(c => c[0] == name) is not { } cells)
        {
            return;
        }

        var function = EveryFunction.Named(name);
        function.Family.ToString().ToLowerInvariant().ShouldBe(cells[1]);
        string.Join(';', function.Parameters.Select(p => $"{p.Name}={p.Default.ToString(CultureInfo.InvariantCulture)}")).ShouldBe(cells[2]);
        var kinks = cells[3].Split('"')[^1].Split(',')[^2];
        string[] kinksOfTheFormulaAlone = ["sinc", "log_cosh", "elish"]; // Written with a case at 0, and smooth there.
        kinks = kinksOfTheFormulaAlone.Contains(name) ? "" : kinks;
        function.Kinks.ShouldBe(kinks.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(k => double.Parse(k, CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Every_entry_says_what_a_person_wants_to_know() =>
        Catalog.All.ShouldAllBe(e => new[] { e.Facts.Range, e.Facts.Use, e.Facts.Strengths, e.Facts.Weaknesses, e.Facts.Avoid }.All(t => t.Length > 3));

    [Fact]
    public void No_name_means_two_functions()
    {
        var names = Catalog.All.SelectMany(e => e.Names).ToList();
        names.Select(n => n.Replace("_", "", StringComparison.Ordinal)).ShouldBeUnique();
        names.ShouldAllBe(n => !n.Any(char.IsUpper));
    }

    [Theory]
    [InlineData("GELU", "gelu")]
    [InlineData("LeakyReLU", "leaky_relu")]
    [InlineData("hard-swish", "hard_swish")]
    [InlineData("logistic", "sigmoid")]
    [InlineData("identity", "linear")]
    [InlineData("gelu_new", "gelu_tanh")]
    [InlineData(" leaky_relu ( alpha = 0.2 ) ", "leaky_relu(alpha=0.2)")]
    [InlineData("leaky_relu(0.2)", "leaky_relu(alpha=0.2)")]
    [InlineData("leaky_relu(alpha=0.01)", "leaky_relu")]
    [InlineData("leaky_relu()", "leaky_relu")]
    [InlineData("hard_tanh(high=2, low=-0.5)", "hard_tanh(low=-0.5, high=2)")]
    [InlineData("swish(beta=trainable(1.5))", "swish(beta=trainable(1.5))")]
    [InlineData("swish(trainable)", "swish(beta=trainable)")]
    [InlineData("prelu", "prelu")]
    [InlineData("prelu(alpha=trainable_per_unit)", "prelu(alpha=trainable_per_unit)")]
    public void Activations_are_read_as_people_write_them(string text, string name)
    {
        Catalog.Parse(text).Name.ShouldBe(name);
        Catalog.Parse(name).Name.ShouldBe(name);
    }

    [Theory]
    [InlineData("gellu", "did you mean 'gelu'?")]
    [InlineData("", "hillock list")]
    [InlineData("softmax", "whole rows")]
    [InlineData("elu(", "not closed")]
    [InlineData("elu(beta=1)", "it takes alpha")]
    [InlineData("relu(1)", "no parameters")]
    [InlineData("elu(1, 2)", "one too many")]
    [InlineData("elu(alpha=1, alpha=2)", "twice")]
    [InlineData("elu(alpha=x)", "'x' is no number")]
    [InlineData("elu(alpha=NaN)", "finite number")]
    [InlineData("celu(alpha=0)", "between")]
    [InlineData("hard_tanh(2, 1)", "low must be below high")]
    public void Mistakes_get_one_line_that_helps(string text, string expected)
    {
        var message = Should.Throw<HillockException>(() => Catalog.Parse(text)).Message;
        message.ShouldContain(expected);
        message.ShouldNotContain("\n");
    }

    [Fact]
    public void Lists_are_split_outside_parentheses() =>
        Catalog.ParseList("relu, hard_tanh(low=-2, high=2),gelu").Select(a => a.Name).ShouldBe(["relu", "hard_tanh(low=-2, high=2)", "gelu"]);

    [Fact]
    public void Any_text_is_an_activation_or_a_helpful_line() =>
        FsCheck.Check.QuickThrowOnFailure(Prop.ForAll(ArbMap.Default.ArbFor<string?>(), text =>
        {
            try
            {
                Catalog.Parse("elu(" + text + ")").ShouldNotBeNull();
            }
            catch (HillockException e)
            {
                // A formula's mistake is shown with its line and a caret.
                e.Message.Split('\n').Length.ShouldBeLessThanOrEqualTo(3);
                e.Message.Length.ShouldBeLessThan(600);
            }
        }));

    [Theory]
    [InlineData("gelu", "x * normcdf(x)", "normcdf(x) + x * normpdf(x)")]
    [InlineData("relu", "max(x, 0)", "where(x > 0, 1, 0)")]
    [InlineData("leaky_relu", "where(x > 0, x, alpha * x)", "where(x > 0, 1, alpha)")]
    [InlineData("linear", "x", "1")]
    [InlineData("step", "where(x > 0, 1, 0)", "0")]
    [InlineData("silu", "x * sigmoid(x)", "sigmoid(x) * (1 + x * sigmoid(-x))")]
    [InlineData("softplus", "softplus(beta * x) / beta", "beta * sigmoid(beta * x) / beta")]
    [InlineData("tanh", "tanh(x)", "sech(x)^2")]
    [InlineData("log_sigmoid", "-softplus(-x)", "sigmoid(-x)")]
    [InlineData("erf", "erf(x)", "2 / sqrt(pi) * exp(-x^2)")]
    [InlineData("sine", "sin(omega * x)", "omega * cos(omega * x)")]
    [InlineData("sinc", "sinc(x)", "(cos(x) - sinc(x)) / x")]
    [InlineData("asinh", "asinh(x)", "1 / sqrt(1 + x^2)")]
    [InlineData("arctan", "atan(x)", "1 / (x * x + 1)")]
    public void Functions_write_themselves_and_their_slopes_down(string name, string formula, string slope)
    {
        EveryFunction.Named(name).Formula.ShouldBe(formula);
        EveryFunction.Named(name).SlopeFormula.ShouldBe(slope);
    }
}
