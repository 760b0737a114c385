namespace Hillock;

/// <summary>Errors as they are found.</summary>
/// <param name="promise">What they are held against.</param>
/// <param name="kinks">Where the function has no slope.</param>
internal sealed class Tally(Promise promise, IReadOnlyList<double> kinks)
{
    public Promise Promise => promise;

    public long Inputs { get; set; }

    public ErrorTally Values { get; } = new(promise);

    public ErrorTally Slopes { get; } = new(promise);

    public WorstError SlopeError { get; set; }

    public long WrongNaN { get; set; }

    public long Undecided { get; set; }

    /// <summary>Whether there is a slope that the function could have.</summary>
    public bool HasSlope(double x) => !kinks.Contains(x);

    /// <summary>Takes the slope's error relative to its bound into account.</summary>
    /// <param name="x">The input.</param>
    /// <param name="difference">How far the slope is off.</param>
    /// <param name="slope">f′(x).</param>
    /// <param name="curvature">f″(x).</param>
    public void CountSlope(double x, double difference, double slope, double curvature)
    {
        var error = Math.Abs(difference) / promise.MostOff(slope, curvature);
        if (error > SlopeError.Error)
        {
            SlopeError = new(error, x);
        }
    }

    public Accuracy Result(string function) =>
        new(function, promise, Inputs, Values.Result, Slopes.Result, SlopeError, WrongNaN, Undecided);
}

/// <summary>Errors of values, or of slopes, in units of the spacing at the truth.</summary>
internal sealed class ErrorTally(Promise promise)
{
    public WorstError Worst { get; set; }

    public double Sum { get; set; }

    public long Count { get; set; }

    public long NotFinite { get; set; }

    public long Zeros { get; set; }

    public Errors Result => new(Worst, Count == 0 ? 0 : Sum / Count, Count, NotFinite, Zeros);

    /// <summary>Takes one result into account; says whether its difference from the truth is one that counts.</summary>
    /// <param name="x">The input.</param>
    /// <param name="result">What the kernel gave.</param>
    /// <param name="truth">The truth, to the precision of a double.</param>
    /// <param name="difference">The result less the truth.</param>
    public bool Add(double x, double result, double truth, double difference)
    {
        Count++;
        var overflows = Math.Abs(truth) >= promise.Overflow;
        if (overflows && result.Equals(Math.CopySign(double.PositiveInfinity, truth)))
        {
            return false;
        }

        if (!double.IsFinite(result))
        {
            NotFinite++;
            return false;
        }

        if (result == 0 && Math.Abs(truth) >= promise.Normal)
        {
            Zeros++;
        }

        var error = Math.Abs(difference) / promise.Spacing(truth);
        Sum += error;
        if (error > Worst.Error)
        {
            Worst = new(error, x);
        }

        return true;
    }

    /// <summary>Takes results into account of which only the sum of errors is news.</summary>
    public void AddOrdinary(int count, double sum) => (Count, Sum) = (Count + count, Sum + sum);
}
