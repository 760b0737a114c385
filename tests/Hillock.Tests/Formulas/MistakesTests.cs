namespace Hillock.Tests;

/// <summary>What is said of a text that is no formula: what is wrong, where, and what would be right.</summary>
public class MistakesTests
{
    /// <summary>Text, where the caret stands (from 1), and words of the message.</summary>
    public static TheoryData<string, int, string> All { get; } = new()
    {
        { "x * sgmoid(x)", 5, "did you mean 'sigmoid'?" },
        { "x * geluu(x)", 5, "did you mean 'gelu'?" },
        { "x +", 4, "missing at the end" },
        { "x + * 2", 5, "missing before '*'" },
        { "x + (2 * x", 5, "not closed" },
        { "tanh(x", 5, "not closed" },
        { "x + 2)", 6, "closes none" },
        { "|x + 1", 1, "not closed" },
        { "x $ 2", 3, "'$' has no place" },
        { "x ** ", 6, "missing at the end" },
        { "beta * x", 1, "; beta = 1" },
        { "x * sigmoid", 5, "write sigmoid(x)" },
        { "x * gelu", 5, "write gelu(x)" },
        { "x = 3", 1, "x is the input" },
        { "x > 0 ? x", 10, "':' is missing" },
        { "x if x > 0", 11, "'else' is missing" },
        { "where(x > 0, x)", 1, "where(x > 0, x, 0)" },
        { "where(x, x, 0)", 7, "x > 0" },
        { "x == 2 = 3", 8, "==" },
        { "1/2x", 4, "(a/b)*c" },
        { "x 2", 3, "write *" },
        { "x // 2", 3, "no slope" },
        { "x % 2", 3, "no slope" },
        { "x @ x", 3, "write *" },
        { "softmax(x)", 1, "whole rows" },
        { "exp(x, 2)", 1, "exp(x)" },
        { "exp()", 1, "missing" },
        { "clamp(x, 0, 1, 2)", 1, "clamp(x, min, max)" },
        { "leaky_relu(x, beta=2)", 15, "alpha" },
        { "gelu(x, 3)", 9, "takes no parameters" },
        { "softplus(x, beta=-1)", 1, "between" },
        { "u = v; v = u; u * x", 1, "defined by itself" },
        { "u = 1; u = 2; u * x", 12, "twice" },
        { "x * 2; beta = 1", 15, "never used" },
        { "x; x", 4, "second formula" },
        { "beta = 1", 1, "no formula" },
        { "x * trainable(1)", 5, "a name of its own" },
        { "a*x + b; a = trainable(1); b = trainable(2)", 32, "trained already" },
        { "a*x; a = trainable(x)", 10, "number to start from" },
        { "x / 0", 3, "divides by 0" },
        { "x and 3", 1, "condition" },
        { "lambda x, a: a * x", 11, "a=1" },
        { "def f(x):\n    y = x", 5, "does not return" },
        { "def f(x):\nreturn x", 9, "nothing to do" },
        { "def f(x): return f(x)", 18, "calls itself" },
        { "os.system('ls')", 4, "no function 'system'" },
        { "__import__('os')", 1, "no function" },
        { "x + 'abc'", 5, "quotes" },
        { "x + 'abc", 5, "does not end" },
        { "x + 1e999", 5, "beyond the range" },
        { "3 * nan", 5, "has no value" },
        { "x.real", 3, "after a point" },
        { "tanh(x) * tanh; tanh = 2", 1, "another name" },
        { "a * x * sigmoid(x)", 1, "'a' has no value" },
        { "x * sigmoid(beta * x), beta = 1.5", 22, "after a semicolon" },
        { "1,5 * x", 2, "1.5" },
        { "x * {-x}", 5, "parentheses" },
        { "class Swish(nn.Module):\n    pass", 1, "only its function" },
        { "floor(x)", 1, "no slope" },
        { @"\frac12 x", 6, @"\frac{1}{2}" },
        { @"\sqrt x", 7, @"\sqrt{x}" },
        { @"x \oplus 1", 3, @"\operatorname{name}" },
        { @"\sin x x", 8, @"\sin(…)" },
        { @"\tanh^2(x)", 1, @"\tanh(x)" },
        { @"\frac{1}{x", 9, "not closed" },
        { @"\begin{matrix} x \end{matrix}", 1, "cases" },
        { @"\begin{cases} x & x > 0 \end{cases}", 1, "two cases" },
        { @"\begin{cases} x \\ 0 \end{cases}", 17, "'&' is missing" },
        { @"\operatorname x", 1, "between braces" },
        { "x * 2\\", 6, "no place" },
        { "x +\n\n", 4, "missing at the end" },
        { "y = 2 * x\nz = y + q", 19, "'q' has no value" },
    };

    [Theory]
    [MemberData(nameof(All))]
    public void A_mistake_is_named_and_pointed_at(string text, int at, string words)
    {
        var message = Should.Throw<HillockException>(() => Formula.Parse(text)).Message;
        var lines = message.Split('\n');
        lines.Length.ShouldBe(3, message);
        lines[0].ShouldContain(words);
        lines[0].ShouldEndWith($"(at character {at})");

        // The caret stands below the character itself.
        var line = text[..Math.Min(at - 1, text.Length)].Split('\n')[^1];
        lines[2].ShouldBe(new string(' ', 4 + line.Length) + "^", message);
        lines[1].ShouldStartWith("    " + line);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   \n ")]
    public void Nothing_is_no_formula(string text) =>
        Should.Throw<HillockException>(() => Formula.Parse(text)).Message.ShouldContain("empty");

    /// <summary>Texts that would take for ever, or all memory, if nothing stopped them.</summary>
    public static TheoryData<string> Hostile { get; } =
    [
        new string('(', 3000) + "x" + new string(')', 900),
        new string('-', 3900) + "x",
        new string('|', 3999),
        "x" + string.Concat(Enumerable.Repeat("+x", 1900)),
        "x" + string.Concat(Enumerable.Repeat("**x", 1300)),
        string.Concat(Enumerable.Repeat("x if x>0 else ", 280)) + "x",
        string.Concat(Enumerable.Repeat("x>0?x:", 600)) + "x",
        "a0=x*x;" + string.Concat(Enumerable.Range(1, 150).Select(i => $"a{i}=a{i - 1}*a{i - 1}+a{i - 1};")) + "a150",
        "((((x**1024)**1024)**1024)**1024)**1024",
        "f0(x)=x+1;" + string.Concat(Enumerable.Range(1, 100).Select(i => $"f{i}(x)=f{i - 1}(f{i - 1}(x));")) + "f100(x)",
        "def f(x):\n" + string.Concat(Enumerable.Repeat(" if x>0: y=1\n", 200)) + " return x",
        string.Concat(Enumerable.Range(0, 120).Select(i => new string(' ', i % 60) + "def f(x):\n")),
        new string('1', 3999),
        "1e-99999999999*x",
        "10**10**10**10*x",
        "x**1e300",
        new string('x', 5000),
        "\"\"\"" + new string('a', 3000),
        string.Concat(Enumerable.Repeat("silu(", 130)) + "x" + new string(')', 130),
        "x\0\u0001\u202E\uD800 + 1",
    ];

    [Theory]
    [MemberData(nameof(Hostile))]
    public void A_hostile_text_is_a_function_or_a_mistake_and_soon(string text)
    {
        try
        {
            Formula.Parse(text, code: FormulaCode.Interpreted).Create().Of(0.5);
        }
        catch (HillockException mistake)
        {
            mistake.Message.Length.ShouldBeLessThan(600);
        }
    }
}
