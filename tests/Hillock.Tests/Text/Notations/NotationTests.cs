using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Hillock.Tests;

/// <summary>Every function in every notation is well-formed, and a handful is what a person would have written.</summary>
public partial class NotationTests
{
    public static TheoryData<string> Notations => new(Notation.All.Select(n => n.Name));

    private static IEnumerable<Activation> All =>
        Catalog.Functions.SelectMany(f => f.Surrogates.Prepend(f)).Select(f => f.Create());

    [Theory]
    [MemberData(nameof(Notations))]
    public void Brackets_close_in_order_and_a_comment_says_what_it_is(string notation)
    {
        foreach (var activation in All)
        {
            var text = Notation.Find(notation).Write(activation);
            text.ShouldContain(activation.Name.Replace("-", notation == "mathml" ? "‐" : "-", StringComparison.Ordinal));
            text.ShouldEndWith("\n");
            var code = notation is "mathml" ? "" : Comment().Replace(text, "").Replace("\\{", "", StringComparison.Ordinal).Replace("=>", "", StringComparison.Ordinal);
            Unclosed(code).ShouldBe("", $"{activation.Name}\n{text}");
        }
    }

    [Fact]
    public void MathML_is_XML_whose_fractions_and_powers_have_two_parts()
    {
        foreach (var activation in All)
        {
            var math = XDocument.Parse(Notation.Find("mathml").Write(activation)).Root!;
            XNamespace ns = "http://www.w3.org/1998/Math/MathML";
            math.Name.ShouldBe(ns + "math");
            math.Descendants().Where(e => e.Name.LocalName is "mfrac" or "msup" or "msub").ShouldAllBe(e => e.Elements().Count() == 2, activation.Name);
        }
    }

    [Theory]
    [InlineData("relu", @"f(x) &= \max\left(x,\, 0\right) \\", @"f'(x) &= \begin{cases} 1 & \text{if } x > 0 \\ 0 & \text{otherwise} \end{cases}")]
    [InlineData("gelu", @"f(x) &= x \, \Phi\left(x\right) \\", @"f'(x) &= \Phi\left(x\right) + x \, \varphi\left(x\right)")]
    [InlineData("sigmoid", @"f(x) &= \sigma\left(x\right) \\", @"f'(x) &= \sigma\left(x\right) \, \sigma\left(-x\right)")]
    [InlineData("square", @"f(x) &= x^{2} \\", @"f'(x) &= x + x")]
    [InlineData("softsign", @"f(x) &= \frac{x}{1 + \left|x\right|} \\", null)]
    [InlineData("leaky_relu(alpha=0.2)", @"f(x) &= \begin{cases} x & \text{if } x > 0 \\ \alpha \, x & \text{otherwise} \end{cases} \\", @"f'(x) &= \begin{cases} 1 & \text{if } x > 0 \\ \alpha & \text{otherwise} \end{cases}")]
    [InlineData("gelu_tanh", @"f(x) &= x \, \sigma\left(2 \, \sqrt{\frac{2}{\pi}} \, \left(x + 0.044715 \, x^{3}\right)\right) \\", null)]
    public void Latex_is_what_a_person_would_write(string name, string value, string? slope)
    {
        var lines = Notation.Find("latex").Write(Catalog.Parse(name)).Split('\n');
        lines.ShouldContain(value);
        if (slope is not null)
        {
            lines.ShouldContain(slope);
        }
    }

    [Theory]
    [InlineData("silu", "<mi>x</mi><mo>\u2062</mo><mi>σ</mi><mo>\u2061</mo><mrow><mo>(</mo><mi>x</mi><mo>)</mo></mrow>")]
    [InlineData("square", "<msup><mrow><mi>x</mi></mrow><mn>2</mn></msup>")]
    public void MathML_is_what_a_person_would_write(string name, string value) =>
        System.Net.WebUtility.HtmlDecode(Notation.Find("mathml").Write(Catalog.Parse(name))).ShouldContain($"<mo>=</mo>{value}</mtd>");

    [Theory]
    [InlineData("numpy", "gelu", "    return x * _normcdf(x)")]
    [InlineData("numpy", "elu", "    return np.where(x > 0.0, x, alpha * np.expm1(np.where(x > 0.0, 0.0, x)))")]
    [InlineData("pytorch", "silu", "    return x * torch.sigmoid(x)")]
    [InlineData("pytorch", "swish(beta=trainable)", "        self.beta = torch.nn.Parameter(torch.tensor(float(beta)))")]
    [InlineData("pytorch", "leaky_relu(alpha=0.2)", "def leaky_relu(x, alpha=0.2):")]
    [InlineData("javascript", "tanh", "  return Math.tanh(x);")]
    [InlineData("csharp", "hard_sigmoid", "public static class HardSigmoid")]
    [InlineData("hillock", "gelu", "    public T Of<T>(T x)")]
    [InlineData("hillock", "swish", "public readonly record struct Swish(double Beta) : IVariable")]
    [InlineData("onnx", "gelu", "  y = Gelu <approximate = \"none\"> (x)")]
    [InlineData("onnx", "leaky_relu(alpha=0.2)", "  y = LeakyRelu <alpha = 0.2> (x)")]
    [InlineData("onnx", "mish", "  y = Mish (x)")]
    [InlineData("keras", "x*sigmoid(lambda_*x); lambda_ = 2", "def f(x, lambda_=2.0):")]
    public void Code_is_what_a_person_would_write(string notation, string function, string line) =>
        Notation.Find(notation).Write(Catalog.Parse(function)).Split('\n').ShouldContain(line);

    [Fact]
    public void An_unknown_notation_is_told_from_the_known_ones()
    {
        var mistake = Should.Throw<HillockException>(() => Notation.Find("pytroch")).Message;
        mistake.ShouldContain("'pytroch'");
        mistake.ShouldContain("did you mean 'pytorch'");
        mistake.ShouldContain("latex, mathml, csharp");
    }

    private static string Unclosed(string text)
    {
        Stack<char> open = [];
        foreach (var c in text)
        {
            switch (c)
            {
                case '(' or '[' or '{':
                    open.Push(c);
                    break;
                case ')' or ']' or '}':
                    if (!open.TryPop(out var o) || (o, c) is not (('(', ')') or ('[', ']') or ('{', '}')))
                    {
                        return $"{c} closes nothing";
                    }

                    break;
            }
        }

        return string.Concat(open);
    }

    [GeneratedRegex("^ *(#|//|%).*$", RegexOptions.Multiline)]
    private static partial Regex Comment();
}
