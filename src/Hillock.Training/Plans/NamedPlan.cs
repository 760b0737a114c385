namespace Hillock.Training;

/// <summary>A network that has a name: <c>cnn</c>.</summary>
/// <param name="Name">The name.</param>
/// <param name="Meaning">One line for help texts.</param>
/// <param name="Text">What it stands for; <c>{act}</c> is the activation that is compared.</param>
public sealed record NamedPlan(string Name, string Meaning, string Text)
{
    /// <summary>Through ω = 30 a step goes thirty times as far; the paper takes 1e-4 for larger networks.</summary>
    private const double SineRate = 3e-4;

    /// <summary>All of them.</summary>
    public static IReadOnlyList<NamedPlan> All { get; } =
    [
        new("mlp", "two dense layers of 32", "dense 32, {act}, dense 32, {act}"),
        new("deep-mlp", "fifty dense layers of 64: gradients vanish or explode unless activation and first weights fit", "repeat 50 (dense 64, {act})"),
        new("cnn", "two convolutions of images, each with a max pool, and a dense layer",
            "conv 16 3x3, {act}, maxpool 2, conv 32 3x3, {act}, maxpool 2, dense 128, {act}"),
        new("resnet-small", "a convolution and three residual blocks with batch norm, for images; the second and third halve the image",
            "conv 16 3x3, batchnorm, {act}, "
            + "residual (conv 16 3x3, batchnorm, {act}, conv 16 3x3, batchnorm), {act}, "
            + "residual (conv 32 3x3 stride 2, batchnorm, {act}, conv 32 3x3, batchnorm) project (conv 32 1x1 stride 2, batchnorm), {act}, "
            + "residual (conv 64 3x3 stride 2, batchnorm, {act}, conv 64 3x3, batchnorm) project (conv 64 1x1 stride 2, batchnorm), {act}, globalpool"),
        new("lstm", "long short-term memory of 64; the activation is the cell's", "lstm 64 cell {act} last") { PerStep = "lstm 64 cell {act}" },
        new("gru", "a gated recurrent unit of 64; the activation is the candidate's", "gru 64 cell {act} last") { PerStep = "gru 64 cell {act}" },
        new("transformer", "two transformer blocks of 64 with four heads, for sequences; the activation is the feed-forward part's",
            "dense 64, positions, repeat 2 (transformer 4 act {act}), globalpool")
            { PerStep = "dense 64, positions, repeat 2 (transformer 4 act {act} causal)" },
        new("siren", "three layers for images, sounds and fields of coordinates: sine layers where the activation is the sine, else dense ones",
            "repeat 3 (sine 128 or {act})") { LearningRate = SineRate },
        new("autoencoder", "dense layers down to 8 numbers and up again", "dense 64, {act}, dense 8, dense 64, {act}") { Reconstructs = true },
    ];

    /// <summary>What it stands for where every step of a sequence has a target; <c>null</c> where it is the same.</summary>
    public string? PerStep { get; init; }

    /// <summary>Whether it is meant to put out what comes in.</summary>
    public bool Reconstructs { get; init; }

    /// <summary>The learning rate that suits it; <c>null</c> where the optimizer's own does.</summary>
    public double? LearningRate { get; init; }

    /// <summary>The plan of that name, if there is one.</summary>
    internal static Plan? Find(string name) =>
        All.FirstOrDefault(plan => plan.Name == name) is { } found
            ? new(Read(found.Text))
            {
                PerStep = found.PerStep is { } steps ? new(Read(steps)) : null,
                Reconstructs = found.Reconstructs,
                LearningRate = found.LearningRate,
            }
            : null;

    private static IReadOnlyList<LayerPlan> Read(string text) => new PlanReader(text).Items();
}
