namespace Hillock.Training;

/// <summary>
/// The copy task (Hochreiter and Schmidhuber 1997; as posed by Arjovsky, Shah and Bengio 2016, arXiv:1511.06464): symbols, a pause, a sign to
/// begin; then the symbols are asked for in their order.
/// </summary>
internal static class CopyTask
{
    private const int Symbols = 8, Length = 10, Pause = 20, Steps = (2 * Length) + Pause, Begin = Symbols + 1;

    public static BuiltInDataset Data { get; } = new(
        "copy", $"{Length} symbols, {Pause} blanks, then the symbols again: long memory, a class for each of {Steps} steps",
        LearningTask.Classes, [.. Enumerable.Range(1, Steps).Select(step => $"step {step}")],
        ["blank", .. Enumerable.Range('a', Symbols).Select(letter => $"{(char)letter}"), "begin"], 4000, 0, Draw)
    { Shape = [Steps], TargetsPerRow = Steps, Tokens = Symbols + 2 };

    private static double Draw(scoped in DrawnRow row)
    {
        // Blanks are zeros, which they are already.
        for (int i = 0; i < Length; i++)
            row.Features[i] = row.Targets[^(Length - i)] = 1 + row.Draws.Next(Symbols);
        row.Features[^Length] = Begin;
        return double.NaN;
    }
}
