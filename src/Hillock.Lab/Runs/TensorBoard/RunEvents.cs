using static System.FormattableString;

namespace Hillock.Lab.TensorBoard;

/// <summary>A run as TensorBoard shows it: losses and score of each epoch, and what each look saw of each layer.</summary>
/// <remarks>
/// Everything in it is in the other files of the run as well, so it is written anew whenever a run goes on. The clock is that of the training: time spent
/// elsewhere, or between two goes, is not in it.
/// </remarks>
internal sealed class RunEvents
{
    private readonly Stream _file;
    private readonly string _measure;
    private readonly Summaries _summaries = new();
    private double _time;

    /// <summary>Begins a file.</summary>
    public RunEvents(Stream file, RunFolder run)
    {
        (_file, _measure) = (file, run.Measure);
        _time = run.Begun.ToUnixTimeMilliseconds() / 1000.0;
        Write(new Message().Add(1, _time).Add(3, "brain.Event:2").Add(10, new Message().Add(1, "hillock")));
        Write(0, [HyperParameters.Begin(run.Recipe, run.Seed, _time)]);
    }

    /// <summary>The name of the file in a run's folder.</summary>
    public static string NameFor(RunFolder run) => Invariant($"events.out.tfevents.{run.Begun.ToUnixTimeSeconds():D10}.hillock");

    /// <summary>Writes the file of a run that is kept.</summary>
    public static void Write(Stream file, RunFolder run)
    {
        var events = new RunEvents(file, run);
        events.Add(run.Epochs(), run.Checks());
        if (run.Result() is { } result)
        {
            events.End(result.Diverged);
        }
    }

    /// <summary>Adds epochs, and the looks within them.</summary>
    public void Add(IReadOnlyList<StoredEpoch> epochs, IReadOnlyList<Check> checks)
    {
        var next = 0;
        foreach (var epoch in epochs)
        {
            _time += epoch.Seconds;
            for (; next < checks.Count && checks[next].Step <= epoch.Step; next++)
            {
                Write(checks[next].Step, Of(checks[next]));
            }
            Write(epoch.Step,
            [
                _summaries.Scalar("loss/train", epoch.TrainLoss),
                _summaries.Scalar("loss/test", epoch.TestLoss),
                _summaries.Scalar($"score/{_measure.Replace(' ', '_')}", epoch.Score),
                _summaries.Scalar("time/epoch", epoch.Seconds),
            ]);
        }
    }

    /// <summary>Says how it ended.</summary>
    public void End(bool diverged) => Write(0, [HyperParameters.End(diverged, _time)]);

    private IEnumerable<Message?> Of(Check check)
    {
        foreach (var layer in check.Layers)
        {
            yield return _summaries.Scalar($"{layer.Name}/gradient_norm", layer.GradientNorm);
            yield return _summaries.Scalar($"{layer.Name}/weight_norm", layer.WeightNorm);
            yield return _summaries.Scalar($"{layer.Name}/update", layer.Update);
        }
        foreach (var site in check.Sites)
        {
            var bad = site.Outputs.Bad;
            yield return _summaries.Scalar($"{site.Name}/dead_share", site.DeadShare);
            yield return _summaries.Scalar($"{site.Name}/saturated", site.Saturated);
            yield return _summaries.Scalar($"{site.Name}/rank", site.Rank);
            yield return _summaries.Scalar($"{site.Name}/nan", bad.NaN);
            yield return _summaries.Scalar($"{site.Name}/infinite", bad.Positive + bad.Negative);
            yield return _summaries.Histogram($"{site.Name}/outputs", site.OutputHistogram);
            yield return site.InputHistogram is { } inputs ? _summaries.Histogram($"{site.Name}/inputs", inputs) : null;
        }
        foreach (var head in check.Heads)
        {
            yield return _summaries.Scalar(Invariant($"{head.Name}/head{head.Head}_entropy"), head.Entropy);
        }
    }

    private void Write(long step, IEnumerable<Message?> values)
    {
        var summary = new Message();
        foreach (var value in values.OfType<Message>())
        {
            summary.Add(1, value);
        }
        Write(new Message().Add(1, _time).Add(2, step).Add(5, summary));
    }

    private void Write(Message message) => _file.Write(EventRecord.Framed(message.Bytes));
}
