namespace Hillock.Formulas;

/// <summary>Formulas as people type them: x * normcdf(x).</summary>
internal sealed class PlainText() : Grammar(Table)
{
    private static readonly Dictionary<Type, Form> Table = new()
    {
        [typeof(Input)] = "x",
        [typeof(Greater)] = new("{0} > {1}", Binding.Comparison, Binding.Sum),
        [typeof(Less)] = new("{0} < {1}", Binding.Comparison, Binding.Sum),
        [typeof(Where)] = "where({0}, {1}, {2})",
        [typeof(Max)] = "max({0}, {1})",
        [typeof(Min)] = "min({0}, {1})",
        [typeof(Clamp)] = "clamp({0}, {1}, {2})",
        [typeof(Abs)] = "abs({0})",
        [typeof(Sqrt)] = "sqrt({0})",
        [typeof(Exp)] = "exp({0})",
        [typeof(Log)] = "log({0})",
        [typeof(Log1P)] = "log1p({0})",
        [typeof(ExpM1)] = "expm1({0})",
        [typeof(Sigmoid)] = "sigmoid({0})",
        [typeof(Tanh)] = "tanh({0})",
        [typeof(SechSquaredOfTanh)] = new("sech({0})^2", Binding.Power),
        [typeof(Softplus)] = "softplus({0})",
        [typeof(NormalCdf)] = "normcdf({0})",
        [typeof(DensityOfNormalCdf)] = "normpdf({0})",
        [typeof(Erf)] = "erf({0})",
        [typeof(SlopeOfErf)] = new("2 / sqrt(pi) * exp(-{0}^2)", Binding.Product, Binding.Power),
        [typeof(Sin)] = "sin({0})",
        [typeof(CosOfSin)] = "cos({0})",
        [typeof(Sinc)] = "sinc({0})",
        [typeof(Asinh)] = "asinh({0})",
        [typeof(SlopeOfAsinh)] = new("1 / sqrt(1 + {0}^2)", Binding.Product, Binding.Atom),
        [typeof(Atan)] = "atan({0})",
    };

    private static readonly PlainText Words = new();

    /// <summary>The formula.</summary>
    public static string Of(Expression expression) => Parts.Of<Phrase>(Replay.Readable(expression), Words.Write).Text;

    public override Phrase Number(Constant constant) => new(
        constant.Text,
        constant.Low == 0 ? (constant.High < 0 ? Binding.Negation : Binding.Atom)
        : constant.Text.Contains(' ', StringComparison.Ordinal) ? Binding.Product : Binding.Atom);
}
