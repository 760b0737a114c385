using System.Text.Json.Serialization;

namespace Hillock.Web;

/// <summary>All that a playground is made from, and all that its address says: the same setup gives the same bits.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record Setup
{
    /// <summary>A built-in data set, or <see cref="Own"/>.</summary>
    public string Data { get; init; } = "spiral";

    /// <summary>What <see cref="Data"/> says for the visitor's own rows.</summary>
    public const string Own = "own";

    /// <summary>The visitor's own rows, a text of CSV.</summary>
    public string? Csv { get; init; }

    /// <summary>What the visitor calls them.</summary>
    public string? CsvName { get; init; }

    /// <summary>Rows that are drawn, four fifths of them to learn from.</summary>
    public int Samples { get; init; } = 500;

    /// <summary>As the data set has it; its own default unless told.</summary>
    public double? Noise { get; init; }

    /// <summary>The hidden layers, the one that sees the data first.</summary>
    public IReadOnlyList<HiddenLayer> Layers { get; init; } = [new(8, "gelu"), new(8, "gelu")];

    /// <summary>The activation of all layers of a second network that learns beside the first.</summary>
    public string? Against { get; init; }

    /// <summary>The rule for the first weights.</summary>
    public string Init { get; init; } = Initializer.Auto.Name;

    /// <summary>The learning rate.</summary>
    public double Rate { get; init; } = 0.01;

    /// <summary>The optimizer.</summary>
    public string Optimizer { get; init; } = OptimizerChoice.Adam.Name;

    /// <summary>Samples per step.</summary>
    public int Batch { get; init; } = Budget.BatchSize;

    /// <summary>One of <see cref="Norms"/>.</summary>
    public string Norm { get; init; } = "none";

    /// <summary>Whether some outputs are dropped in training.</summary>
    public bool Dropout { get; init; }

    /// <summary>Whether gradients are clipped.</summary>
    public bool Clip { get; init; }

    /// <summary>The seed of data, split, batches and first weights.</summary>
    public ulong Seed { get; init; } = Budget.FirstSeed;

    /// <summary>One of <see cref="Speeds"/>, in steps per second.</summary>
    public int Speed { get; init; } = 100;

    /// <summary>The step to go to at once, before anything is shown: with it an address gives the very picture.</summary>
    public int Step { get; init; }

    /// <summary>What is normalised between a layer's product and its activation.</summary>
    [JsonIgnore]
    public static IReadOnlyList<string> Norms { get; } = ["none", "batch", "layer"];

    /// <summary>Steps per second.</summary>
    [JsonIgnore]
    public static IReadOnlyList<int> Speeds { get; } = [10, 100, 400, 2000];
}

/// <summary>A hidden layer.</summary>
/// <param name="Units">Its units.</param>
/// <param name="Activation">A name of the catalog, or a formula.</param>
internal sealed record HiddenLayer(int Units, string Activation);
