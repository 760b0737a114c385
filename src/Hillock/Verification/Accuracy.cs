namespace Hillock;

/// <summary>The greatest error found, and where.</summary>
/// <param name="Error">How great, in units that depend on what was measured; 0 where there was none.</param>
/// <param name="X">The first input, in the order of trial, with that error.</param>
public readonly record struct WorstError(double Error, double X)
{
    internal static WorstError Of(IEnumerable<WorstError> errors) => errors.Aggregate((a, b) => b.Error > a.Error ? b : a);
}

/// <summary>What became of a function's outputs, or its slopes.</summary>
/// <param name="Ulp">The greatest error in units of the spacing of the format's numbers at the truth; spacing of the subnormal ones below 2⁻¹²⁶.</param>
/// <param name="MeanUlp">The mean error: a quarter where everything is rounded correctly.</param>
/// <param name="Count">How many there are; infinities and NaN have no error, kinks no slope.</param>
/// <param name="NotFinite">How many were NaN or infinite though the truth is finite in the format.</param>
/// <param name="Zeros">How many were 0 though the truth is a normal number.</param>
public sealed record Errors(WorstError Ulp, double MeanUlp, long Count, long NotFinite, long Zeros)
{
    internal static Errors Sum(IReadOnlyList<Errors> parts)
    {
        var count = parts.Sum(part => part.Count);
        return new(
            WorstError.Of(parts.Select(part => part.Ulp)),
            count == 0 ? 0 : parts.Sum(part => part.MeanUlp * part.Count) / count,
            count,
            parts.Sum(part => part.NotFinite),
            parts.Sum(part => part.Zeros));
    }
}

/// <summary>How accurate the kernels of a function are: what <c>hillock verify</c> measures.</summary>
/// <param name="Function">The function, with the parameters that differ from their defaults.</param>
/// <param name="Promise">What it is held against.</param>
/// <param name="Inputs">How many inputs were tried.</param>
/// <param name="Values">The outputs.</param>
/// <param name="Slopes">The slopes.</param>
/// <param name="SlopeError">The greatest error of a slope in units of its bound; 1 would be all of it.</param>
/// <param name="WrongNaN">Inputs that are NaN and gave something else.</param>
/// <param name="Undecided">Inputs whose truth could not be computed.</param>
public sealed record Accuracy(
    string Function, Promise Promise, long Inputs, Errors Values, Errors Slopes, WorstError SlopeError, long WrongNaN, long Undecided)
{
    /// <summary>Whether the promise is kept at every input tried.</summary>
    public bool IsKept =>
        Values.Ulp.Error <= Promise.Ulp && SlopeError.Error <= 1
        && Values.NotFinite == 0 && Slopes.NotFinite == 0 && WrongNaN == 0 && Undecided == 0;

    /// <summary>The accuracy over parts, in their order.</summary>
    internal static Accuracy Sum(IReadOnlyList<Accuracy> parts) => new(
        parts[0].Function,
        parts[0].Promise,
        parts.Sum(part => part.Inputs),
        Errors.Sum([.. parts.Select(part => part.Values)]),
        Errors.Sum([.. parts.Select(part => part.Slopes)]),
        WorstError.Of(parts.Select(part => part.SlopeError)),
        parts.Sum(part => part.WrongNaN),
        parts.Sum(part => part.Undecided));
}
