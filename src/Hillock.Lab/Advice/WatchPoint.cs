namespace Hillock.Lab;

/// <summary>Something to watch while the network is trained.</summary>
/// <param name="Rule">The rule of <c>hillock diagnose</c> that tells of it; empty where it cannot be seen there.</param>
/// <param name="Text">What to watch, and what to do about it.</param>
/// <param name="Applies">For which networks and functions.</param>
public sealed record WatchPoint(string Rule, string Text, Func<Question, Candidate, bool> Applies)
{
    private const double Fading = 0.1;

    /// <summary>All of them.</summary>
    public static IReadOnlyList<WatchPoint> All { get; } =
    [
        new("learning rate too high", "The learning rate: raise it over the first steps, and try some a factor of 3 apart; blocks with shortcuts hide much, but not that.",
            (question, _) => question.Network.CarriedBy == "shortcuts"),
        new("dead units", "Dead units: a high learning rate or a negative bias puts them on the flat side for good. A lower rate, or leaky_relu.",
            (_, candidate) => candidate.Inactive >= 0.25),
        new("saturation", "Saturation: where most units are at the ends of the curve, little is learned. Inputs of size 1, a lower rate, normalisation.",
            (_, candidate) => candidate.IsBounded && candidate.Activation.Function?.Family != Family.Periodic),
        new("vanishing gradients", "Vanishing gradients in the first layers: normalisation or shortcuts, or another function.",
            (question, candidate) => question.Network.CarriedBy.Length == 0 && candidate.Propagation.GradientRatio < Fading),
        new("exploding gradients", "Exploding gradients in the first layers: clip them, take a lower rate or shortcuts.",
            (question, candidate) => question.Network.Repeats || (question.Network.CarriedBy.Length == 0 && candidate.Propagation.GradientRatio > 1 / Fading)),
        new("shifted activations", "Shifted activations: outputs have a mean far from 0, which grows from layer to layer. Normalisation, or the initialiser centred.",
            (question, candidate) => question.IsBare && candidate.Shift > 0.3),
        new("poor initialisation", "The size of signals is not stable at first: what is a little off moves farther off with each layer. A warm-up of the learning rate, or normalisation.",
            (question, candidate) => question.IsBare && Math.Pow(candidate.Propagation.Stability, question.Depth) > 10),
        new("unscaled inputs", "Inputs: mean 0 and deviation 1, or what is said of signals holds for no layer.",
            (question, candidate) => question.Network.CarriedBy != "shortcuts" || candidate.Initialisation.Rule == "lecun"),
        new("unscaled targets", "Targets: scale them too; the last layer begins near 0.", (question, _) => question.Task.Name == "regression"),
        new("wrong output activation", "The loss takes plain outputs: no function after the last layer in training.",
            (question, _) => question.Task.Trained.Length > 0 && question.Task.Name != "bounded"),
        new("non-finite values", "Infinities and NaN, which half precision has soon: the first layer and step that has them is where to look.",
            (question, _) => question.Precision.Advice.Length > 0),
        new("", "ω: 30 suits signals that vary about 30 times over the coordinates' range −1 to 1; more makes noise of smooth ones. A rate of 1e-4 to 3e-4.",
            (question, _) => question.Network.Name == "siren"),
        new("", "The forget gate's bias: 1 keeps memories at first (Jozefowicz, Zaremba and Sutskever 2015).", (question, _) => question.Network.Name == "lstm"),
        new("", "No batch norm and no ordinary dropout with it: both undo the self-normalisation.", (_, candidate) => candidate.Initialisation.Rule == "lecun"),
    ];
}
