namespace Hillock.Training;

/// <summary>A network that has a name: <c>cnn</c>.</summary>
/// <param name="Name">The name.</param>
/// <param name="Meaning">One line for help texts.</param>
/// <param name="Text">What it stands for; <c>{act}</c> is the activation that is compared.</param>
public sealed record NamedPlan(string Name, string Meaning, string Text)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<NamedPlan> All { get; } =
    [
        new("mlp", "two dense layers of 32", "dense 32, {act}, dense 32, {act}"),
        new("siren", "four layers for images, sounds and fields of coordinates: sine layers where the activation is the sine, else dense ones",
            "repeat 4 (sine 64 or {act})"),
        new("transformer", "two transformer blocks of 64 with four heads, for sequences, and the mean over the steps",
            "dense 64, repeat 2 (transformer 4 act {act}), globalpool"),
        new("deep-mlp", "fifty dense layers of 64: gradients vanish or explode unless activation and first weights fit", "repeat 50 (dense 64, {act})"),
        new("cnn", "two convolutions of images, each with a max pool, and a dense layer",
            "conv 16 3x3, {act}, maxpool 2, conv 32 3x3, {act}, maxpool 2, dense 128, {act}"),
        new("lstm", "long short-term memory of 64, the last step's state; the activation is the cell's", "lstm 64 cell {act} last"),
        new("gru", "a gated recurrent unit of 64, the last step's state; the activation is the candidate's", "gru 64 cell {act} last"),
    ];

    /// <summary>The plan of that name, if there is one.</summary>
    internal static Plan? Find(string name) =>
        All.FirstOrDefault(plan => plan.Name == name) is { } found ? new(new PlanReader(found.Text).Items()) : null;
}
