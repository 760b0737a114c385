namespace Hillock.Cli;

/// <summary>What <c>hillock advise --json</c> says; it describes the same network in any run.</summary>
internal sealed record AdviseDocument(
    string Task, string Network, int Depth, int Width, string Normalization, string Precision, string Device, string Plan, string TryIt,
    string Output, string Loss, string? TrainedLoss, string OutputNote, IReadOnlyList<AdvisedActivation> Ranking, IReadOnlyList<string> AlsoUsual)
{
    public static AdviseDocument Of(Advice advice)
    {
        var question = advice.Question;
        return new(
            question.Task.Name, question.Network.Name, question.Depth, question.Width, question.Normalization.Name, question.Precision.Name, question.Device.Name,
            question.Plan, AdviseReport.CommandLine(advice), question.Task.Output, question.Task.Loss, question.Task.Trained.Length > 0 ? question.Task.Trained : null,
            question.Task.Note, [.. advice.Ranked.Select(ranked => AdvisedActivation.Of(advice, ranked))], [.. advice.AlsoUsual.Select(row => row.Form)]);
    }
}

/// <summary>One of the ranking.</summary>
internal sealed record AdvisedActivation(
    string Activation, double Points, string Init, string InitMeaning, double Mean, double Square, double SlopeSquare, double Gain, double Variance, double Settles,
    double Chi, double GradientRatio, double DepthScale, double Stability, CriticalPoint? Critical, double BornDead, double RoundedFrom, double NoSlopeFrom, double OverflowsFrom,
    IReadOnlyList<Reason> Reasons, IReadOnlyList<string> Watch, IReadOnlyList<string> Sources)
{
    public static AdvisedActivation Of(Advice advice, RankedCandidate ranked)
    {
        var (one, signal) = (ranked.Candidate, ranked.Candidate.Propagation);
        return new(
            one.Name, ranked.Points, one.Initialisation.Rule, one.Initialisation.What, one.Moments.Mean, one.Moments.Square, one.Moments.SlopeSquare, signal.Map.Gain.Factor,
            signal.Variances[^1], signal.Settled, signal.Chis[^1], signal.GradientRatio, signal.DepthScale, signal.Stability, one.Critical, one.BornDead, one.Lost.SettlesFrom,
            one.Lost.SlopeVanishesFrom, one.Lost.OverflowsFrom, ranked.Reasons, [.. advice.Watch(ranked).Select(point => point.Text)], advice.Sources(ranked));
    }
}
