using System.Globalization;
using System.Text;

namespace Hillock.Formulas;

/// <summary>MathML for presentation: f and its derivative, aligned.</summary>
internal sealed class MathMl() : Notation("mathml", "MathML for presentation")
{
    private static readonly MathMlGrammar Words = new();

    private protected override string Write(Subject subject)
    {
        string[] names = [.. subject.Parameters.Select(p => p.Name)];
        var comment = string.Join(' ', subject.Comment(Name));

        // Two hyphens would end the comment.
        comment = comment.Replace("-", "‐", StringComparison.Ordinal);
        return new StringBuilder().AppendLine(CultureInfo.InvariantCulture, $"<!-- {comment} -->")
            .AppendLine("<math xmlns=\"http://www.w3.org/1998/Math/MathML\" display=\"block\">")
            .AppendLine("  <mtable columnalign=\"right left\" displaystyle=\"true\">")
            .AppendLine(Row("<mi>f</mi>", Words.Of(subject.Value, names)))
            .AppendLine(Row("<msup><mi>f</mi><mo>′</mo></msup>", Words.Of(subject.Slope, names)))
            .AppendLine("  </mtable>").AppendLine("</math>").ToString();
    }

    private static string Row(string name, Phrase formula) =>
        $"    <mtr><mtd>{name}<mo>(</mo><mi>x</mi><mo>)</mo></mtd><mtd><mo>=</mo>{formula.Text}</mtd></mtr>";
}

/// <summary>How MathML writes mathematics: a phrase is a row of elements.</summary>
internal sealed class MathMlGrammar() : Typeset(Table)
{
    private static readonly Dictionary<Type, Form> Table = new()
    {
        [typeof(Input)] = "<mi>x</mi>",
        [typeof(Greater)] = new("{0}<mo>&gt;</mo>{1}", Binding.Comparison, Binding.Sum),
        [typeof(Less)] = new("{0}<mo>&lt;</mo>{1}", Binding.Comparison, Binding.Sum),
        [typeof(Max)] = Function("max", 2),
        [typeof(Min)] = Function("min", 2),
        [typeof(Clamp)] = Function("clamp", 3),
        [typeof(Abs)] = "<mrow><mo>|</mo>{0}<mo>|</mo></mrow>",
        [typeof(Sqrt)] = "<msqrt>{0}</msqrt>",
        [typeof(Exp)] = new("<msup><mi>e</mi><mrow>{0}</mrow></msup>", Binding.Power),
        [typeof(ExpM1)] = new("<msup><mi>e</mi><mrow>{0}</mrow></msup><mo>−</mo><mn>1</mn>", Binding.Sum),
        [typeof(Log)] = Function("ln"),
        [typeof(Log1P)] = new("<mi>ln</mi><mo>&#x2061;</mo><mrow><mo>(</mo><mn>1</mn><mo>+</mo>{0}<mo>)</mo></mrow>", Binding.Atom, Binding.Product),
        [typeof(Sigmoid)] = Function("σ"),
        [typeof(Tanh)] = Function("tanh"),
        [typeof(SechSquaredOfTanh)] = "<msup><mi>sech</mi><mn>2</mn></msup><mo>&#x2061;</mo><mrow><mo>(</mo>{0}<mo>)</mo></mrow>",
        [typeof(Softplus)] = "<mi>ln</mi><mo>&#x2061;</mo><mrow><mo>(</mo><mn>1</mn><mo>+</mo><msup><mi>e</mi><mrow>{0}</mrow></msup><mo>)</mo></mrow>",
        [typeof(NormalCdf)] = Function("Φ"),
        [typeof(DensityOfNormalCdf)] = Function("φ"),
        [typeof(Erf)] = Function("erf"),
        [typeof(SlopeOfErf)] = new(
            "<mfrac><mn>2</mn><msqrt><mi>π</mi></msqrt></mfrac><msup><mi>e</mi><mrow><mo>−</mo><msup><mrow>{0}</mrow><mn>2</mn></msup></mrow></msup>",
            Binding.Product,
            Binding.Atom),
        [typeof(Sin)] = Function("sin"),
        [typeof(CosOfSin)] = Function("cos"),
        [typeof(Sinc)] = Function("sinc"),
        [typeof(Asinh)] = Function("arsinh"),
        [typeof(SlopeOfAsinh)] = new(
            "<mfrac><mn>1</mn><msqrt><mn>1</mn><mo>+</mo><msup><mrow>{0}</mrow><mn>2</mn></msup></msqrt></mfrac>", Binding.Negation, Binding.Atom),
        [typeof(Atan)] = Function("arctan"),
    };

    private static readonly Dictionary<string, string> Greek = new()
    {
        ["alpha"] = "α", ["beta"] = "β", ["gamma"] = "γ", ["delta"] = "δ", ["epsilon"] = "ε", ["theta"] = "θ", ["lambda"] = "λ", ["mu"] = "μ",
        ["omega"] = "ω", ["sigma"] = "σ", ["tau"] = "τ", ["rho"] = "ρ", ["kappa"] = "κ", ["eta"] = "η", ["pi"] = "π", ["phi"] = "φ", ["psi"] = "ψ",
    };

    public override Phrase Name(string name)
    {
        var parts = name.Split('_', 2, StringSplitOptions.RemoveEmptyEntries);
        return new(parts.Length == 2 ? $"<msub>{Letter(parts[0])}{Letter(parts[1])}</msub>" : Letter(name));
    }

    protected override string Minus => "<mo>−</mo>";

    protected override Phrase Digits(string digits)
    {
        var parts = digits.Replace("Infinity", "∞", StringComparison.Ordinal).Split('E');
        var text = parts[0][0] == '-' ? $"<mo>−</mo><mn>{parts[0][1..]}</mn>" : $"<mn>{parts[0]}</mn>";
        return parts.Length > 1
            ? new($"{text}<mo>·</mo><msup><mn>10</mn><mrow>{Digits(int.Parse(parts[1], CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture)).Text}</mrow></msup>", Binding.Product)
            : new(text, digits[0] == '-' ? Binding.Negation : Binding.Atom);
    }

    protected override string Grouped(string text) => $"<mrow><mo>(</mo>{text}<mo>)</mo></mrow>";

    protected override Phrase PowerOf(Phrase value, int exponent) =>
        new($"<msup><mrow>{Inside(value, Binding.Atom)}</mrow><mn>{exponent}</mn></msup>", Binding.Power);

    protected override Phrase Added(Phrase left, Phrase right) => right.Positive is { } subtracted
        ? new($"{Inside(left, Binding.Sum)}{Minus}{subtracted}", Binding.Sum)
        : new($"{Inside(left, Binding.Sum)}<mo>+</mo>{Inside(right, Binding.Sum)}", Binding.Sum);

    protected override Phrase Subtracted(Phrase left, Phrase right) =>
        new($"{Inside(left, Binding.Sum)}{Minus}{Inside(right, Binding.Product)}", Binding.Sum);

    protected override Phrase Product(Phrase left, Phrase right, bool needsSign) => new(
        $"{Inside(left, Binding.Product)}<mo>{(needsSign ? "·" : "&#x2062;")}</mo>{Inside(right, Binding.Product)}", Binding.Product);

    protected override Phrase Divided(Phrase left, Phrase right) =>
        new($"<mfrac><mrow>{left.Text}</mrow><mrow>{right.Text}</mrow></mfrac>", Binding.Negation);

    protected override Phrase Cases(IReadOnlyList<(Phrase Value, Phrase Condition)> cases, Phrase otherwise) => new(
        "<mrow><mo>{</mo><mtable columnalign=\"left left\">"
        + string.Concat(cases.Select(c => $"<mtr><mtd>{c.Value.Text}</mtd><mtd><mtext>if&#xA0;</mtext>{c.Condition.Text}</mtd></mtr>"))
        + $"<mtr><mtd>{otherwise.Text}</mtd><mtd><mtext>otherwise</mtext></mtd></mtr></mtable></mrow>");

    private static string Letter(string name) => $"<mi>{Greek.GetValueOrDefault(name, name)}</mi>";

    private static Form Function(string name, int operands = 1) =>
        $"<mi>{name}</mi><mo>&#x2061;</mo><mrow><mo>(</mo>{string.Join("<mo>,</mo>", Enumerable.Range(0, operands).Select(i => $"{{{i}}}"))}<mo>)</mo></mrow>";
}
