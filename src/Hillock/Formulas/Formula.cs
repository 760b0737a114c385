using Hillock.Formulas;

namespace Hillock;

/// <summary>A function of your own, given as text: <c>x * sigmoid(beta * x); beta = trainable(1.5)</c>.</summary>
/// <remarks>
/// <para>Reads what people write for NumPy, PyTorch, C# and on paper: <c>np.where(x > 0, x, 0.01 * x)</c>, <c>x > 0 ? x : expm1(x)</c>,
/// <c>2x·tanh(√(2/π)·x²)</c>, steps as in <c>u = softplus(x); x * tanh(u)</c>, lambdas, and functions pasted from Python. Precedence is
/// Python's: <c>-x**2</c> is −(x²), <c>2**3**2</c> is 2⁹, and <c>^</c> is a power.</para>
/// <para>A formula can compute, and nothing else; its length, depth and size are bounded.</para>
/// </remarks>
public sealed class Formula
{
    private readonly Given given;
    private readonly Lazy<Activation?> sameValues;

    private Formula(string text, Given given, bool asWritten, FormulaCode code)
    {
        Text = text;
        Recognition.Begin();
        var rewriter = new Rewriter(given.Parameters);
        var computed = asWritten ? given.Value : rewriter.Rewrite(given.Value);
        (Rewritings, Rewritten) = (rewriter.Rewritings, FormulaText.Of(computed, given.Parameters));
        Symbol[] parameters = [.. given.Parameters.Select((_, i) => Symbol.Parameter(i))];
        var lowered = computed.Of(new Arguments<Symbol>(Symbol.X, parameters)).Expression;
        var (program, same) = (new Program(lowered), Recognition.OfCall(computed) ?? Recognition.Find(lowered));
        var maker = new KernelMaker(program, given.Parameters.Count, code);
        IsCompiled = maker.IsCompiled;
        var spelled = Spellings.Find(lowered) ?? same;
        this.given = given = given.Completed(spelled);
        double[] values = [.. given.Parameters.Select(p => p.Default)];
        Same = same?.Function.Create(same.Values(values));
        var written = new Program(given.Value);
        Function = new(
            given.Text.Length > 0 ? given.Text : AsWritten,
            Family.Own,
            "",
            new("", "", "", "", ""),
            given.Parameters,
            new FormulaBody(program, same),
            maker.Make)
        {
            Trained = given.Trained,
            Source = this,
            IsShort = FormulaText.IsShort(lowered),

            // What the formula means is what was written, to any number of digits.
            TruthFor = values => new FormulaTruth(new(written, [.. values], 0, default), new(program, [.. values], 0, default)),
        };
        sameValues = new(() => spelled?.Function.Create(spelled.Values(values)) is { } known && HasValuesOf(known) ? known : Same);
    }

    /// <summary>The text as it was given.</summary>
    public string Text { get; }

    /// <summary>What it computes, as it was written, in plain text.</summary>
    public string AsWritten => FormulaText.Of(given.Value, given.Parameters);

    /// <summary>What is computed, in plain text: the same function, written so that it keeps its digits.</summary>
    public string Rewritten { get; }

    /// <summary>What was rewritten, and why; empty where nothing had to be.</summary>
    public IReadOnlyList<Rewriting> Rewritings { get; }

    /// <summary>The function of the catalog that it is, with the parameters' values; <c>null</c> for a function of its own.</summary>
    public Activation? Same { get; }

    /// <summary>
    /// The function of the catalog that has its values, up to rounding: <see cref="Same"/>, or one whose slope at a kink is that of the other
    /// side, as <c>x >= 0 ? x : 0</c> beside relu; <c>null</c> for a function of its own.
    /// </summary>
    public Activation? SameValues => sameValues.Value;

    /// <summary>The function, for all values of its parameters.</summary>
    public Function Function { get; }

    /// <summary>Whether its kernels are compiled; otherwise they are interpreted, which is slower.</summary>
    public bool IsCompiled { get; }

    /// <summary>Reads a formula.</summary>
    /// <param name="text">The formula.</param>
    /// <param name="asWritten">Whether it is computed just as it was written, whatever that loses.</param>
    /// <param name="code">How its kernels come about.</param>
    /// <exception cref="HillockException">It is no formula; the message says where and why, with a caret below the place.</exception>
    /// <exception cref="NotSupportedException">Code was asked for where none can be made at run time.</exception>
    public static Formula Parse(string text, bool asWritten = false, FormulaCode code = FormulaCode.Best)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new(text, Binder.Read(text), asWritten, code);
    }

    /// <summary>
    /// Where its value or slope is NaN or infinite in float32 though the formula's is not: what rewriting could not mend. Tries inputs of all
    /// magnitudes, four in each octave.
    /// </summary>
    public IReadOnlyList<Gap> FindGaps() => Gaps.Of(Create());

    /// <summary>The function at work, with the parameters' values as given.</summary>
    public Activation Create() => Function.Create();

    /// <summary>max(a·x, x) is leaky_relu up to a = 1, and something else beyond.</summary>
    private bool HasValuesOf(Activation known)
    {
        const double Rounding = 1e-14;
        var f = Create();
        return Likeness.Inputs.All(x => f.Of(x) is var value && (Math.Abs(value - known.Of(x)) <= Rounding * Math.Max(1, Math.Abs(value)) || double.IsNaN(value)));
    }

    /// <inheritdoc/>
    public override string ToString() => Text;
}
