namespace Hillock.Lab;

/// <summary>A kind of network: how it is written as a plan, and what carries signals through it.</summary>
/// <param name="Name">As typed after <c>--network</c>.</param>
/// <param name="Meaning">One line for help texts.</param>
/// <param name="Write">The plan for a depth, a width and a normalisation.</param>
public sealed record NetworkKind(string Name, string Meaning, Func<int, int, NormalizationKind, string> Write)
{
    private const string Act = Plan.Placeholder;
    private const int Bottleneck = 8, LeastOfHead = 8;
    private static readonly int[] SomeHeads = [8, 4, 2];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<NetworkKind> All { get; } =
    [
        new("mlp", "dense layers", Dense),
        new("cnn", "convolutions of images one after the other", Convolutions) { TrialData = "glyphs" },
        new("resnet", "convolutions of images in residual blocks", (depth, width, norm) =>
            $"conv {width} 3x3{norm.AfterLayer}, {Act}, repeat {depth} (residual (conv {width} 3x3{norm.AfterLayer}, {Act}, conv {width} 3x3{norm.AfterLayer}), {Act}), globalpool")
            { TrialData = "glyphs", CarriedBy = "shortcuts", UsualNormalization = "batchnorm" },
        new("lstm", "long short-term memory; the activation is the cell's", (depth, width, norm) => Recurrent("lstm", depth, width, norm))
            { TrialData = "adding", CarriedBy = "gates", Repeats = true },
        new("gru", "gated recurrent units; the activation is the candidate's", (depth, width, norm) => Recurrent("gru", depth, width, norm))
            { TrialData = "adding", CarriedBy = "gates", Repeats = true },
        new("transformer", "attention and feed-forward parts; the activation is the latter's", (depth, width, _) =>
            $"dense {width}, positions, repeat {depth} (transformer {Heads(width)} act {Act} prenorm), globalpool")
            { TrialData = "adding", CarriedBy = "shortcuts", OwnNormalization = "layernorm", UsualNormalization = "layernorm" },
        new("siren", "an image, sound or field as a function of its coordinates", (depth, width, _) => $"repeat {depth} (sine {width} or {Act})")
            { TrialData = "picture", NeedsCurvature = true, OwnNormalization = "none" },
        new("pinn", "the solution of a differential equation, whose derivatives are in the loss", Dense) { TrialData = "sine", NeedsCurvature = true },
        new("tabular", "dense layers on the columns of a table", Dense),
        new("rl", "policies and values of reinforcement learning: dense layers", Dense) { TrialData = "sine" },
        new("gan", "the discriminator of a generative adversarial network: convolutions", Convolutions) { TrialData = "glyphs" },
        new("autoencoder", "dense layers down to a few numbers and up again", (depth, width, norm) =>
            $"{Dense((depth + 1) / 2, width, norm)}, dense {Bottleneck}, {Dense((depth + 1) / 2, width, norm)}") { TrialData = "sine" },
    ];

    /// <summary>A built-in data set to try it on.</summary>
    public string TrialData { get; init; } = "spiral";

    /// <summary>What carries signals and gradients past the activation: <c>shortcuts</c>, <c>gates</c>; empty where every layer has to pass them on.</summary>
    public string CarriedBy { get; init; } = "";

    /// <summary>Whether the same activation is applied over and over, step by step: what it does not bound may grow.</summary>
    public bool Repeats { get; init; }

    /// <summary>Whether derivatives of the network are wanted, so that a function without a second derivative is of no use.</summary>
    public bool NeedsCurvature { get; init; }

    /// <summary>The normalisation that is part of it and cannot be chosen; <c>null</c> where it can.</summary>
    public string? OwnNormalization { get; init; }

    /// <summary>The normalisation unless told.</summary>
    public string UsualNormalization { get; init; } = NormalizationKind.None.Name;

    /// <summary>The network of that name.</summary>
    /// <exception cref="HillockException">There is none.</exception>
    public static NetworkKind Named(string name) => Lab.Named.Of(All, network => network.Name, "kind of network", name);

    /// <summary>The normalisation of that name.</summary>
    /// <param name="name">The name; <c>null</c> for the usual one.</param>
    /// <exception cref="HillockException">There is none, or it cannot be chosen here.</exception>
    public NormalizationKind Normalization(string? name)
    {
        var chosen = Lab.Named.Of(NormalizationKind.All, one => one.Name, "normalization", name ?? UsualNormalization);
        return OwnNormalization is null || chosen.Name == OwnNormalization
            ? chosen
            : throw new HillockException(OwnNormalization == NormalizationKind.None.Name
                ? $"--normalization {chosen.Name}: a {Name} has none, its first weights do that work; leave the option out."
                : $"--normalization {chosen.Name}: the blocks of a {Name} have {OwnNormalization} of their own; leave the option out.");
    }

    /// <inheritdoc/>
    public override string ToString() => Name;

    private static string Dense(int depth, int width, NormalizationKind norm) => $"repeat {depth} (dense {width}{norm.AfterLayer}, {Act})";

    private static string Convolutions(int depth, int width, NormalizationKind norm) => $"repeat {depth} (conv {width} 3x3{norm.AfterLayer}, {Act}), globalpool";

    /// <summary>The last layer puts out its last state alone.</summary>
    private static string Recurrent(string word, int depth, int width, NormalizationKind norm) =>
        (depth > 1 ? $"repeat {depth - 1} ({word} {width} cell {Act}{norm.AfterLayer}), " : "") + $"{word} {width} cell {Act} last";

    private static int Heads(int width) => SomeHeads.FirstOrDefault(heads => width % heads == 0 && width / heads >= LeastOfHead, 1);
}
