using FsCheck;
using FsCheck.Fluent;

namespace Hillock.Tests;

/// <summary>Whatever is typed is a function or a mistake, soon and within bounds.</summary>
public class FuzzTests
{
    private const int Formulas = 5000, LongestMessage = 700;
    private const long MostMemory = 64 << 20;

    private static readonly string[] Seeds =
    [
        .. ParsingTests.Precedence.Select(row => row.Data.Item1), .. ParsingTests.Dialects.Select(row => row.Data.Item1), .. ParsingTests.Latex.Select(row => row.Data.Item1),
        .. MistakesTests.All.Select(row => row.Data.Item1), .. CatalogFormulas.Names.Select(row => CatalogFormulas.TextOf(row.Data)),
    ];

    private static readonly string[] Pieces =
    [
        "x", "x", "1", "0.5", "2", "pi", "e", "1e30", "1e-30", "(", ")", "+", "-", "*", "/", "**", "^", ",", ";", "=", "==", ">", "<=", "?", ":", "|", "√", "²", "if", "else",
        "and", "not", "lambda", "def f(x):", "return", "\n", "  ", "exp", "log", "tanh(", "sigmoid(", "where(", "max(", "gelu(", "leaky_relu(", "alpha", "beta = trainable(",
        "np.", "torch.", ".clamp(", "'", "\"\"\"", "#", "\0", "\uD83D", "é", "½", "∞", "e⁻ˣ",
        @"\frac{", "}{", "}", "^{", @"\tanh", @"\sqrt[", @"\left(", @"\begin{cases}", @"\end{cases}", @"\\", "&", @"\text{", @"\", "$", "std::",
    ];

    [Fact]
    public void Mutated_formulas_are_functions_or_mistakes() => All(seed => Mutated(new(seed)));

    [Fact]
    public void Random_formulas_are_functions_or_mistakes() => All(seed => Grown(new(seed), 5));

    private static void All(Func<int, string> formula)
    {
        Try(formula(0));
        var before = GC.GetTotalMemory(forceFullCollection: true);
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(Formulas).WithStartSize(1).WithEndSize(int.MaxValue / 2),
            Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed => Try(formula(seed))));
        (GC.GetTotalMemory(forceFullCollection: true) - before).ShouldBeLessThan(MostMemory);
    }

    private static void Try(string text)
    {
        try
        {
            var formula = Formula.Parse(text, code: FormulaCode.Interpreted);
            var f = formula.Create();
            var y = new float[5];
            f.Forward([-30f, -0.5f, 0, 2, 1e20f], y);
            f.Backward([-30f, -0.5f, 0, 2, 1e20f], [1, 1, 1, 1, 1], y);
            formula.AsWritten.Length.ShouldBeLessThan(20_000);
        }
        catch (HillockException mistake)
        {
            mistake.Message.Length.ShouldBeInRange(10, LongestMessage, text);
        }
    }

    private static string Mutated(Random random)
    {
        var text = Seeds[random.Next(Seeds.Length)];
        for (var i = random.Next(1, 5); i > 0; i--)
        {
            var at = random.Next(text.Length + 1);
            var length = Math.Min(random.Next(4), text.Length - at);
            text = random.Next(4) switch
            {
                0 => text.Remove(at, length),
                1 => text.Insert(at, Pieces[random.Next(Pieces.Length)]),
                2 => text.Remove(at, length).Insert(at, Pieces[random.Next(Pieces.Length)]),
                _ => text.Insert(at, Seeds[random.Next(Seeds.Length)]),
            };
        }

        return text;
    }

    private static string Grown(Random random, int depth)
    {
        string Part() => Grown(random, depth - 1);
        return depth == 0 ? random.Next(5) switch { 0 => "1.5", 1 => "2", 2 => "(-0.3)", _ => "x" } : random.Next(14) switch
        {
            0 => $"{Part()} + {Part()}",
            1 => $"{Part()} - {Part()}",
            2 or 3 => $"({Part()}) * ({Part()})",
            4 => $"({Part()}) / ({Part()})",
            5 => $"exp({Part()})",
            6 => $"log({Part()})",
            7 => $"tanh({Part()})",
            8 => $"1 / (1 + exp(-({Part()})))",
            9 => $"sqrt({Part()})",
            10 => $"where({Part()} > {Part()}, {Part()}, {Part()})",
            11 => $"({Part()})**{random.Next(-2, 4)}",
            12 => $"max({Part()}, {Part()})",
            _ => $"{Catalog.Functions[random.Next(Catalog.Functions.Count)].Name}({Part()})",
        };
    }
}
