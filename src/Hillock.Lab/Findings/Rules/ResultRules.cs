using static System.FormattableString;

namespace Hillock.Lab;

/// <summary>What the losses say.</summary>
internal static class ResultRules
{
    private const int FewestEpochs = 5;

    /// <summary>Below this part of the loss of guessing, ups and downs do no harm.</summary>
    private const double Negligible = 0.1;

    public static Rule Oscillating { get; } = new(
        "oscillating loss",
        "The loss goes up and down instead of falling: steps jump from one side of a valley to the other.",
        ["learning rate too high", "unscaled inputs", "unscaled targets", "exploding gradients"],
        seen =>
        {
            var t = seen.Thresholds;
            double[] losses = [.. seen.Epochs.Select(epoch => epoch.TrainLoss).Where(double.IsFinite)];
            if (losses.Length < FewestEpochs)
            {
                return [];
            }
            var swings = losses.Zip(losses.Skip(1)).Count(pair => pair.Second > (1 + t.Swing) * pair.First && pair.Second > Negligible * seen.Guessing);
            var share = swings / (losses.Length - 1.0);
            return share > t.Oscillating
                ? [new(
                    Severity.Warning, "share of epochs in which the loss rose", share, t.Oscillating,
                    Invariant($"the loss rose by more than {100 * t.Swing:0} % in {swings} of {losses.Length - 1} epochs"))
                    { FirstStep = 1 }]
                : [];
        })
        { Remedies = [Remedy.Slower, Remedy.Clipped] };

    public static Rule Overfitting { get; } = new(
        "overfitting",
        "The network learns its training samples by heart; on new ones it gets worse.",
        [],
        seen =>
        {
            var (t, epochs) = (seen.Thresholds, seen.Epochs);
            if (epochs.Count < FewestEpochs || seen.Diverged)
            {
                return [];
            }
            var (best, least) = epochs.Index().Select(pair => (pair.Index, pair.Item.TestLoss)).MinBy(pair => pair.TestLoss);
            var (last, trained) = (epochs[^1].TestLoss, epochs[^1].TrainLoss);
            var rose = last > (1 + t.Overfit) * least && trained < epochs[best].TrainLoss && last - least > Negligible * seen.Guessing;
            if (!rose && last - trained > t.LossGap * seen.Guessing)
            {
                return [new(
                    Severity.Warning, "loss on the test part over that in training, in losses of guessing", (last - trained) / seen.Guessing, t.LossGap,
                    Invariant($"overfitting: the loss is {trained:G3} in training and {last:G3} on the test part"))
                    { FirstStep = 1 }];
            }
            return rose
                ? [new(
                    Severity.Warning, "loss on the test part over its least", last / least, 1 + t.Overfit,
                    Invariant($"overfitting: since epoch {best + 1} the test loss has risen from {least:G3} to {last:G3}, while that in training fell to {trained:G3}"))
                    { FirstStep = 1 }]
                : [];
        })
        { Remedies = [Remedy.Dropped, Remedy.Decayed] };

    public static Rule NotLearning { get; } = new(
        "not learning",
        "The network is no better than guessing.",
        [.. new[]
        {
            "unscaled inputs", "unscaled targets", "wrong output activation", "no nonlinearity", "no slope", "poor initialisation", "learning rate too high",
            "exploding gradients", "dead units", "zeros", "saturation", "shifted activations", "vanishing gradients", "non-finite values", "frozen weights",
            "learning rate too low", "oscillating loss", "overfitting",
        }],
        seen => seen.Diverged || !(seen.Gain < seen.Thresholds.Learned) ? [] :
        [
            new(
                Severity.Critical, "gain over guessing, of what can be gained", seen.Gain, seen.Thresholds.Learned,
                Invariant($"the network has not learned: it gains {100 * Math.Max(0, seen.Gain):0.#} % of what can be gained over guessing"))
                { FirstStep = seen.Checks is [.., var end] ? end.Step : 0 },
        ])
        { Remedies = [Remedy.Initialize(Initializer.Auto), Remedy.Activate("relu"), Remedy.Slower, Remedy.Faster] };
}
