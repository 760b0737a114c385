using System.Globalization;

namespace Hillock.Cli;

/// <summary>What <c>hillock verify</c> prints: a line per function and format, as soon as it is known.</summary>
internal sealed class VerifyReport
{
    private const int NumberWidth = 9, InputWidth = 24, FormatWidth = 8;

    private readonly TextWriter _writer;
    private readonly int _nameWidth;

    public VerifyReport(TextWriter writer, IReadOnlyList<Activation> functions)
    {
        (_writer, _nameWidth) = (writer, functions.Select(f => f.Name.Length).DefaultIfEmpty().Max());
        Line("", "", "ULP", "at", "mean", "slope", "at", "ULP", "");
    }

    /// <summary>Prints one result and hands it on.</summary>
    public AccuracyDocument Add(AccuracyDocument d)
    {
        Line(
            d.Function,
            d.Format,
            Number(d.Values.Ulp.Error),
            d.At(d.Values.Ulp),
            Number(d.Values.MeanUlp),
            Number(d.SlopeError.Error),
            d.At(d.SlopeError),
            Number(d.Slopes.Ulp.Error),
            string.Join("; ", Failures(d)));
        return d;
    }

    private static IEnumerable<string> Failures(AccuracyDocument d)
    {
        var counts = new (long Count, string What)[]
        {
            (d.Values.NotFinite, "values not finite"), (d.Values.Zeros, "values vanished"),
            (d.Slopes.NotFinite, "slopes not finite"), (d.Slopes.Zeros, "slopes vanished"),
            (d.WrongNaN, "NaN lost"), (d.Undecided, "undecided"),
        };
        var found = counts.Where(c => c.Count > 0).Select(c => FormattableString.Invariant($"{c.Count:N0} {c.What}"));
        return d.Kept ? found : found.Prepend("NOT KEPT");
    }

    private static string Number(double value) => value.ToString(value < 1000 ? "F3" : "0.0e0", CultureInfo.InvariantCulture);

    private void Line(string name, string format, string ulp, string at, string mean, string slope, string slopeAt, string slopeUlp, string note) =>
        _writer.WriteLine(
            $"{name.PadRight(_nameWidth)}  {format,-FormatWidth} {ulp,NumberWidth}  {at,-InputWidth} {mean,NumberWidth} {slope,NumberWidth}  {slopeAt,-InputWidth} {slopeUlp,NumberWidth}  {note}".TrimEnd());
}
