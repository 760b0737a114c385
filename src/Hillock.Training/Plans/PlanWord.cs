namespace Hillock.Training;

/// <summary>A word that begins an item of a <see cref="Plan"/>. Whatever lists the kinds of layers is made from <see cref="All"/>.</summary>
public sealed class PlanWord
{
    private PlanWord(string usage, string meaning, Func<PlanWords, LayerPlan> read) =>
        (Name, Usage, Meaning, Read) = (usage.Split(' ')[0], usage, meaning, read);

    /// <summary>All words.</summary>
    public static IReadOnlyList<PlanWord> All { get; } =
    [
        new("dense UNITS", "every output sees every input of its position; images are flattened first",
            words => new DensePlan(words.Whole("UNITS"))),
        new("flatten", "positions and channels become one row of features",
            _ => new FlattenPlan()),
        new("rnn UNITS [act ACTIVATION] [last] [bidirectional]", "a simple recurrent layer over the steps of a sequence, tanh unless told",
            RnnPlan.Read),
        new("lstm UNITS [gate ACTIVATION] [cell ACTIVATION] [output ACTIVATION] [last] [bidirectional]",
            "long short-term memory: gates sigmoid, cell and output tanh unless told; last puts out the state after the last step alone",
            LstmPlan.Read),
        new("gru UNITS [gate ACTIVATION] [cell ACTIVATION] [last] [bidirectional]", "a gated recurrent unit: gates sigmoid, cell tanh unless told",
            GruPlan.Read),
        new("repeat TIMES (ITEMS)", "the same items several times, each with weights of its own",
            words => new RepeatPlan(words.Whole("TIMES", Plan.MostLayers), words.Block())),
    ];

    /// <summary>The word.</summary>
    public string Name { get; }

    /// <summary>How an item of it is written: <c>dense UNITS</c>.</summary>
    public string Usage { get; }

    /// <summary>One line for help texts.</summary>
    public string Meaning { get; }

    /// <summary>Reads what stands after the word.</summary>
    internal Func<PlanWords, LayerPlan> Read { get; }
}
