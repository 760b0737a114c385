using System.Text;

namespace Hillock.Formulas;

/// <summary>LaTeX with amsmath: f and its derivative, aligned.</summary>
internal sealed class Latex() : Notation("latex", "LaTeX (amsmath), for mathematics mode")
{
    private static readonly LatexGrammar Words = new();

    private protected override string Write(Subject subject)
    {
        var text = new StringBuilder();
        foreach (var line in subject.Comment(Name))
        {
            text.Append("% ").AppendLine(line);
        }

        string[] names = [.. subject.Parameters.Select(p => p.Name)];
        return text.AppendLine(@"\begin{aligned}")
            .Append("f(x) &= ").Append(Words.Of(subject.Value, names).Text).AppendLine(@" \\")
            .Append("f'(x) &= ").AppendLine(Words.Of(subject.Slope, names).Text)
            .AppendLine(@"\end{aligned}").ToString();
    }
}

/// <summary>How LaTeX writes mathematics.</summary>
internal sealed class LatexGrammar() : Typeset(Table)
{
    private static readonly Dictionary<Type, Form> Table = new()
    {
        [typeof(Input)] = "x",
        [typeof(Greater)] = new("{0} > {1}", Binding.Comparison, Binding.Sum),
        [typeof(Less)] = new("{0} < {1}", Binding.Comparison, Binding.Sum),
        [typeof(Max)] = @"\max\left({0},\, {1}\right)",
        [typeof(Min)] = @"\min\left({0},\, {1}\right)",
        [typeof(Clamp)] = @"\operatorname{{clamp}}\left({0},\, {1},\, {2}\right)",
        [typeof(Abs)] = @"\left|{0}\right|",
        [typeof(Sqrt)] = @"\sqrt{{{0}}}",
        [typeof(Exp)] = new("e^{{{0}}}", Binding.Power),
        [typeof(ExpM1)] = new("e^{{{0}}} - 1", Binding.Sum),
        [typeof(Log)] = @"\ln\left({0}\right)",
        [typeof(Log1P)] = new(@"\ln\left(1 + {0}\right)", Binding.Atom, Binding.Product),
        [typeof(Sigmoid)] = @"\sigma\left({0}\right)",
        [typeof(Tanh)] = @"\tanh\left({0}\right)",
        [typeof(SechSquaredOfTanh)] = @"\operatorname{{sech}}^{{2}}\left({0}\right)",
        [typeof(Softplus)] = @"\ln\left(1 + e^{{{0}}}\right)",
        [typeof(NormalCdf)] = @"\Phi\left({0}\right)",
        [typeof(DensityOfNormalCdf)] = @"\varphi\left({0}\right)",
        [typeof(Erf)] = @"\operatorname{{erf}}\left({0}\right)",
        [typeof(SlopeOfErf)] = new(@"\frac{{2}}{{\sqrt{{\pi}}}} e^{{-{0}^{{2}}}}", Binding.Product, Binding.Atom),
        [typeof(Sin)] = @"\sin\left({0}\right)",
        [typeof(CosOfSin)] = @"\cos\left({0}\right)",
        [typeof(Sinc)] = @"\operatorname{{sinc}}\left({0}\right)",
        [typeof(Asinh)] = @"\operatorname{{arsinh}}\left({0}\right)",
        [typeof(SlopeOfAsinh)] = new(@"\frac{{1}}{{\sqrt{{1 + {0}^{{2}}}}}}", Binding.Negation, Binding.Atom),
        [typeof(Atan)] = @"\arctan\left({0}\right)",
    };

    private static readonly HashSet<string> Greek = ["alpha", "beta", "gamma", "delta", "epsilon", "theta", "lambda", "mu", "omega", "sigma", "tau", "rho", "kappa", "eta", "zeta", "nu", "xi", "phi", "psi", "chi", "pi"];

    public override Phrase Name(string name)
    {
        var parts = name.Split('_', StringSplitOptions.RemoveEmptyEntries);
        var letter = parts.Length == 0 ? name.Replace("_", @"\_", StringComparison.Ordinal) : Word(parts[0]);
        return new(parts.Length > 1 ? $@"{letter}_{{{string.Join(@"\,", parts[1..].Select(Word))}}}" : letter);
    }

    protected override Phrase Digits(string digits)
    {
        var parts = digits.Replace("Infinity", @"\infty", StringComparison.Ordinal).Replace("NaN", @"\mathrm{NaN}", StringComparison.Ordinal).Split('E');
        var text = parts.Length > 1 ? $@"{parts[0]} \cdot 10^{{{int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture)}}}" : parts[0];
        return new(text, digits[0] == '-' ? Binding.Negation : parts.Length > 1 ? Binding.Product : Binding.Atom);
    }

    protected override string Grouped(string text) => $@"\left({text}\right)";

    protected override Phrase PowerOf(Phrase value, int exponent) => new($"{Inside(value, Binding.Atom)}^{{{exponent}}}", Binding.Power);

    protected override Phrase Product(Phrase left, Phrase right, bool needsSign) => new(
        $@"{Inside(left, Binding.Product)} {(needsSign || right.Text[0] == '-' ? @"\cdot" : @"\,")} {Inside(right, Binding.Product)}", Binding.Product);

    protected override Phrase Divided(Phrase left, Phrase right) => new($@"\frac{{{left.Text}}}{{{right.Text}}}", Binding.Negation);

    protected override Phrase Cases(IReadOnlyList<(Phrase Value, Phrase Condition)> cases, Phrase otherwise) => new(
        @"\begin{cases} " + string.Concat(cases.Select(c => $@"{c.Value.Text} & \text{{if }} {c.Condition.Text} \\ "))
        + $@"{otherwise.Text} & \text{{otherwise}} \end{{cases}}");

    private static string Word(string word) =>
        Greek.Contains(word) ? "\\" + word
        : word.Length == 1 ? word
        : word.Length == 2 && char.IsAsciiDigit(word[1]) ? $"{word[0]}_{{{word[1]}}}"
        : $@"\mathit{{{word}}}";
}
