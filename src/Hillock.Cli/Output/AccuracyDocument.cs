namespace Hillock.Cli;

/// <summary>One function in one format, in <c>hillock verify --json</c>.</summary>
/// <param name="Function">The function, with the parameters that differ from their defaults.</param>
/// <param name="Format">The number format.</param>
/// <param name="Exhaustive">Whether every number of the format was tried.</param>
/// <param name="Inputs">How many were.</param>
/// <param name="Values">Errors of the values, in ULP.</param>
/// <param name="Slopes">Errors of the slopes, in ULP.</param>
/// <param name="SlopeError">The worst slope in units of its bound.</param>
/// <param name="WrongNaN">How many NaN gave something else.</param>
/// <param name="Undecided">How many truths could not be computed.</param>
/// <param name="Kept">Whether the promise is kept.</param>
internal sealed record AccuracyDocument(
    string Function, string Format, bool Exhaustive, long Inputs, Errors Values, Errors Slopes, WorstError SlopeError, long WrongNaN, long Undecided, bool Kept)
{
    /// <summary>Where the worst error is, as short as the format's numbers can be written; empty where there is none.</summary>
    public string At(WorstError worst) => worst.Error == 0 ? "" : NumberFormat.Named(Format).Text(worst.X);

    public static AccuracyDocument Of(Accuracy a, bool exhaustive) => new(
        a.Function, a.Promise.Format, exhaustive, a.Inputs, a.Values, a.Slopes, a.SlopeError, a.WrongNaN, a.Undecided, a.IsKept);
}
