namespace Hillock.Lab;

/// <summary>What is to be predicted, and what the end of the network must be for it.</summary>
/// <param name="Name">As typed after <c>--task</c>.</param>
/// <param name="Meaning">One line for help texts.</param>
/// <param name="Output">The function that makes the answer of the last layer's plain outputs, a name of the catalog; <c>linear</c> for none.</param>
/// <param name="Loss">What is made small, in words.</param>
/// <param name="Trained">The loss of <see cref="Training.Loss.All"/> that does it; empty where none does.</param>
/// <param name="Note">Why, and what to mind.</param>
/// <param name="Source">Where that is written.</param>
public sealed record TaskKind(string Name, string Meaning, string Output, string Loss, string Trained, string Note, string Source)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<TaskKind> All { get; } =
    [
        new("regression", "a number", "linear", "mean squared error; Huber where outliers are", "mean_squared_error",
            "No function after the last layer: any bound would hide targets from the network. Scale the targets to mean 0 and deviation 1.",
            "PyTorch torch.nn.MSELoss, torch.nn.HuberLoss"),
        new("binary", "one of two classes", "sigmoid", "binary cross-entropy on logits", "binary_cross_entropy",
            "Train on the plain outputs: the loss has the sigmoid in it, stable as max(z, 0) − z·y + ln(1 + e^−|z|). Apply the sigmoid to read a chance.",
            "PyTorch torch.nn.BCEWithLogitsLoss; Keras losses, from_logits=True"),
        new("multilabel", "several labels, each yes or no", "sigmoid", "binary cross-entropy on logits, one for each label", "binary_cross_entropy",
            "Train on the plain outputs; a softmax would make labels exclude each other.",
            "PyTorch torch.nn.BCEWithLogitsLoss; Keras losses, from_logits=True"),
        new("classes", "one of several classes", "softmax", "softmax cross-entropy on logits", "softmax_cross_entropy",
            "Train on the plain outputs: the loss has the softmax in it, and its gradient is p − y. A softmax before it would squash chances twice.",
            "PyTorch torch.nn.CrossEntropyLoss (LogSoftmax and NLLLoss); Keras losses, from_logits=True"),
        new("sparse", "one of several classes, most with a chance of exactly 0", "sparsemax", "the loss that fits sparsemax (Fenchel–Young), or entmax15", "sparsemax",
            "Cross-entropy is infinite where a chance is 0; these losses are not, and their gradient is p − y too.",
            "Martins and Astudillo 2016, arXiv:1602.02068; Peters, Niculae and Martins 2019, arXiv:1905.05702"),
        new("positive", "a positive number: a rate, a variance", "softplus", "Poisson or Gaussian negative log-likelihood", "",
            "Softplus, or exp where the number spans powers of ten; squareplus where exp is dear. Or predict the logarithm with mean squared error.",
            "PyTorch torch.nn.PoissonNLLLoss (log_input=True), torch.nn.GaussianNLLLoss"),
        new("bounded", "numbers between −1 and 1: actions", "tanh", "mean squared error; in reinforcement learning the policy's, with the correction of the log-density", "mean_squared_error",
            "Keep targets off the very ends, where tanh has no slope.",
            "Haarnoja et al. 2018, arXiv:1801.01290, appendix C"),
        new("heavytailed", "numbers over many powers of ten", "symexp", "mean squared error of symlog(y), or cross-entropy over buckets of it (two-hot)", "mean_squared_error",
            "Train on symlog(y) with plain outputs, and apply symexp to read the number.",
            "Hafner et al. 2023, arXiv:2301.04104; dreamerv3/configs.yaml"),
    ];

    /// <summary>The task of that name.</summary>
    /// <exception cref="HillockException">There is none.</exception>
    public static TaskKind Named(string name) => Lab.Named.Of(All, task => task.Name, "task", name);

    /// <inheritdoc/>
    public override string ToString() => Name;
}
