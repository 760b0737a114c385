namespace Hillock.Formulas;

/// <summary>What a formula's values really are: those of the formula as it was written, to any number of digits.</summary>
/// <param name="written">The formula as it was written.</param>
/// <param name="computed">The formula as it is computed: it says more where no number of digits is enough, as for 1 + tanh(−10⁹).</param>
internal sealed class FormulaTruth(Interpreted written, Interpreted computed) : Truth
{
    private readonly Truth<Interpreted> exact = new(written), instead = new(computed);

    public override void Compare(ReadOnlySpan<float> x, ReadOnlySpan<float> y, ReadOnlySpan<float> dx, Tally tally) =>
        new BallComparison<Interpreted>(written, this, tally).Over(x, y, dx);

    public override ExactPoint? At(double x) => exact.At(x) ?? instead.At(x);
}
