namespace Hillock.Training;

/// <summary>A layer that reads a sequence step by step; of an image each row of pixels is a step.</summary>
/// <param name="Units">Numbers of the state.</param>
/// <param name="Last">Whether only the state after the last step goes out.</param>
/// <param name="Bidirectional">Whether a second layer reads the sequence from its end.</param>
public abstract record RecurrentPlan(int Units, bool Last, bool Bidirectional) : LayerPlan
{
    private const int ImageRank = 3;

    /// <summary>The word that it begins with.</summary>
    private protected abstract string Word { get; }

    /// <summary>The activations that can be named, each with the word before it and what it is where it is not.</summary>
    private protected abstract IReadOnlyList<(string Word, Activation? Given, Activation Otherwise)> Activations { get; }

    /// <inheritdoc/>
    public sealed override string Text => string.Join(
        ' ',
        [
            $"{Word} {Units}",
            .. Activations.Where(a => a.Given?.Name != a.Otherwise.Name).Select(a => $"{a.Word} {PlanWords.Written(a.Given)}"),
            .. Last ? ["last"] : Array.Empty<string>(),
            .. Bidirectional ? ["bidirectional"] : Array.Empty<string>(),
        ]);

    /// <inheritdoc/>
    protected internal sealed override Layer Build(Site site)
    {
        var name = site.Name(Word);
        var input = site.Input is { Rank: ImageRank } image ? [image[0], image[1] * image[2]] : site.Input;
        return Bidirectional
            ? new Bidirectional(name, Way(site, $"{name}.forward", input, reverse: false), Way(site, $"{name}.reverse", input, reverse: true))
            : Way(site, name, input, reverse: false);
    }

    /// <summary>The layer in one direction.</summary>
    private protected abstract Recurrent Way(Site site, string name, SampleShape input, bool reverse);
}

/// <summary><c>rnn 32 act relu</c>: an <see cref="Rnn"/> layer.</summary>
/// <param name="Units">Numbers of the state.</param>
/// <param name="Activation">The activation; <c>null</c> for the one that is compared.</param>
/// <param name="Last">Whether only the state after the last step goes out.</param>
/// <param name="Bidirectional">Whether a second layer reads the sequence from its end.</param>
public sealed record RnnPlan(int Units, Activation? Activation, bool Last = false, bool Bidirectional = false)
    : RecurrentPlan(Units, Last, Bidirectional)
{
    private protected override string Word => "rnn";

    private protected override IReadOnlyList<(string, Activation?, Activation)> Activations => [("act", Activation, RecurrentActivations.Cell)];

    internal static RnnPlan Read(PlanWords words) =>
        new(words.Whole("UNITS"), words.Option("act", RecurrentActivations.Cell), words.Flag("last"), words.Flag("bidirectional"));

    private protected override Recurrent Way(Site site, string name, SampleShape input, bool reverse) =>
        new Rnn(name, input, Units, site.Or(Activation), Last, reverse);
}

/// <summary><c>lstm 64 gate hard_sigmoid cell {act} last</c>: an <see cref="Lstm"/> layer.</summary>
/// <param name="Units">Numbers of the state.</param>
/// <param name="Gate">The activation of its gates; <c>null</c> for the one that is compared.</param>
/// <param name="Cell">The activation of what may be remembered.</param>
/// <param name="Output">The activation of the cell on its way out.</param>
/// <param name="Last">Whether only the state after the last step goes out.</param>
/// <param name="Bidirectional">Whether a second layer reads the sequence from its end.</param>
public sealed record LstmPlan(int Units, Activation? Gate, Activation? Cell, Activation? Output, bool Last = false, bool Bidirectional = false)
    : RecurrentPlan(Units, Last, Bidirectional)
{
    private protected override string Word => "lstm";

    private protected override IReadOnlyList<(string, Activation?, Activation)> Activations =>
        [("gate", Gate, RecurrentActivations.Gate), ("cell", Cell, RecurrentActivations.Cell), ("output", Output, RecurrentActivations.Cell)];

    internal static LstmPlan Read(PlanWords words) => new(
        words.Whole("UNITS"),
        words.Option("gate", RecurrentActivations.Gate),
        words.Option("cell", RecurrentActivations.Cell),
        words.Option("output", RecurrentActivations.Cell),
        words.Flag("last"),
        words.Flag("bidirectional"));

    private protected override Recurrent Way(Site site, string name, SampleShape input, bool reverse) =>
        new Lstm(name, input, Units, site.Or(Gate), site.Or(Cell), site.Or(Output), Last, reverse);
}

/// <summary><c>gru 64 cell {act} last</c>: a <see cref="Gru"/> layer.</summary>
/// <param name="Units">Numbers of the state.</param>
/// <param name="Gate">The activation of its gates; <c>null</c> for the one that is compared.</param>
/// <param name="Cell">The activation of what may come into the state.</param>
/// <param name="Last">Whether only the state after the last step goes out.</param>
/// <param name="Bidirectional">Whether a second layer reads the sequence from its end.</param>
public sealed record GruPlan(int Units, Activation? Gate, Activation? Cell, bool Last = false, bool Bidirectional = false)
    : RecurrentPlan(Units, Last, Bidirectional)
{
    private protected override string Word => "gru";

    private protected override IReadOnlyList<(string, Activation?, Activation)> Activations =>
        [("gate", Gate, RecurrentActivations.Gate), ("cell", Cell, RecurrentActivations.Cell)];

    internal static GruPlan Read(PlanWords words) => new(
        words.Whole("UNITS"),
        words.Option("gate", RecurrentActivations.Gate),
        words.Option("cell", RecurrentActivations.Cell),
        words.Flag("last"),
        words.Flag("bidirectional"));

    private protected override Recurrent Way(Site site, string name, SampleShape input, bool reverse) =>
        new Gru(name, input, Units, site.Or(Gate), site.Or(Cell), Last, reverse);
}
