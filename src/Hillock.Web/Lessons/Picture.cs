namespace Hillock.Web;

/// <summary>What a move shows, as JSON: a sentence, and whatever else goes with it.</summary>
/// <param name="Sentence">What is to be seen, in words with its numbers.</param>
internal sealed record Picture(string Sentence)
{
    /// <summary>Curves.</summary>
    public LineChart? Chart { get; init; }

    /// <summary>What a network says of each point of the plane.</summary>
    public PlaneMap? Map { get; init; }

    /// <summary>Shares side by side.</summary>
    public IReadOnlyList<Bar> Bars { get; init; } = [];

    /// <summary>Several answers, each with its reasons.</summary>
    public IReadOnlyList<Card> Cards { get; init; } = [];
}

/// <summary>Curves over a common x; <c>null</c> where something is no number.</summary>
internal sealed record LineChart(string XName, string YName, IReadOnlyList<double> X, IReadOnlyList<Line> Lines)
{
    /// <summary>Whether y grows by factors.</summary>
    public bool Log { get; init; }
}

/// <summary>A curve.</summary>
internal sealed record Line(string Name, IReadOnlyList<double?> Values)
{
    /// <summary>One of numbers, some of which may be none.</summary>
    public static Line Of(string name, IEnumerable<double> values) => new(name, [.. values.Select(value => double.IsFinite(value) ? value : (double?)null)]);
}

/// <summary>A square of chances, row by row from the top, and the points that were learned.</summary>
/// <param name="Side">Cells of a row.</param>
/// <param name="Reach">The plane is shown from −Reach to Reach.</param>
/// <param name="Chances">The chance of the second class in each cell, from 0 to 1.</param>
/// <param name="Points">x, y and class of each point.</param>
internal sealed record PlaneMap(int Side, double Reach, IReadOnlyList<float> Chances, IReadOnlyList<IReadOnlyList<float>> Points);

/// <summary>A share with its name.</summary>
internal sealed record Bar(string Name, double Share, string Text);

/// <summary>An answer with what is said of it.</summary>
internal sealed record Card(string Title, string Link, IReadOnlyList<string> Lines);
