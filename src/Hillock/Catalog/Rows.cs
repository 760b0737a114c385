namespace Hillock;

public static partial class Catalog
{
    /// <summary>Softmax: chances from logits.</summary>
    public static RowFunction Softmax => RowFunctions[0];

    /// <summary>Log-softmax: logarithms of chances.</summary>
    public static RowFunction LogSoftmax => RowFunctions[1];

    private static RowFunction[] Rows =>
    [
        new Softmax(
            "softmax",
            Family.Rows,
            "Bridle 1990",
            new(
                "(0, 1), each row adding up to 1",
                "The output for several classes; attention weights.",
                "Reads as chances; unchanged when a constant is added to the whole row.",
                "Never exactly 0 or 1; its slope vanishes where one logit is far ahead.",
                "Before a loss that takes logits: cross-entropy applies it itself, more accurately."),
            []),
        new LogSoftmax(
            "log_softmax",
            Family.Rows,
            "Bridle 1990",
            new(
                "(−∞, 0)",
                "Cross-entropy, sequence scores, sampling.",
                "Keeps what softmax rounds to 0 or 1.",
                "Not chances themselves: take exp where those are wanted.",
                "As the last layer of a model whose users expect chances."),
            []),
    ];
}
