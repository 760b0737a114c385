namespace Hillock.Training;

/// <summary>How to obtain a data set. What does not concern the kind of source at hand is ignored.</summary>
public sealed record DataOptions
{
    /// <summary>Built-in data: the seed it is drawn from.</summary>
    public ulong Seed { get; init; }

    /// <summary>Built-in data: how many rows, its own default unless told.</summary>
    public int? Rows { get; init; }

    /// <summary>Built-in data: how strong the noise is, its own default unless told.</summary>
    public double? Noise { get; init; }

    /// <summary>CSV: the column to predict, by its name in the header or its number from 1; the last one unless told.</summary>
    public string? Target { get; init; }

    /// <summary>CSV: columns to leave out, by name or number.</summary>
    public IReadOnlyList<string> Skip { get; init; } = [];

    /// <summary>CSV: whether the first row holds the columns' names; found out unless told (see <see cref="Datasets.Open"/>).</summary>
    public bool? Header { get; init; }

    /// <summary>CSV: what separates fields; found out among , ; tab and | unless told.</summary>
    public char? Separator { get; init; }

    /// <summary>CSV: what kind of target it is; found out unless told (see <see cref="Datasets.Open"/>).</summary>
    public LearningTask? Task { get; init; }

    /// <summary>
    /// IDX: the file of the labels that go with an image file; the one named like it (labels for images, idx1 for idx3) unless told.
    /// </summary>
    public string? Labels { get; init; }

    /// <summary>
    /// CSV: rows of a window, which are given in their order as a sequence to predict the target of the row after them; no window unless told.
    /// </summary>
    public int? Window { get; init; }

    /// <summary>Plain text: whether words are predicted, not characters.</summary>
    public bool ByWord { get; init; }
}
