using System.Globalization;

namespace Hillock.Training;

/// <summary>A network in figures: layer, output shape, parameters, multiply-adds, memory.</summary>
/// <param name="Layers">One line for each layer, those within others after them.</param>
/// <param name="Samples">The batch that the memory is for.</param>
/// <param name="Total">All layers together: the last one's output, and what there is of each figure.</param>
public sealed record NetworkSummary(IReadOnlyList<LayerSummary> Layers, int Samples, LayerSummary Total)
{
    private static readonly string[] _titles = ["layer", "output", "parameters", "multiply-adds", "memory"];

    /// <summary>The summary of a network.</summary>
    /// <param name="network">The network.</param>
    /// <param name="samples">The size of a batch, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no sample.</exception>
    public static NetworkSummary Of(Network network, int samples = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(samples, 1);
        LayerSummary[] lines = [.. network.Layers.SelectMany(layer => Lines(layer, samples, 0))];
        var own = lines.Where(line => line.Depth == 0).ToArray();
        return new(lines, samples, new(
            "total", 0, null, network.Last.Output, own.Sum(l => l.Parameters), own.Sum(l => l.MultiplyAdds), own.Sum(l => l.Bytes)));
    }

    /// <summary>The table as text, one line for each layer and one for the total; multiply-adds are those of one sample, forward.</summary>
    public override string ToString()
    {
        string[][] rows = [_titles, .. Layers.Append(Total).Select(Cells)];
        int[] widths = [.. _titles.Select((_, column) => rows.Max(row => row[column].Length))];
        return string.Join('\n', rows.Select(row => string.Join("  ", row.Select(
            (cell, column) => column < 2 ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column])))));
    }

    private static IEnumerable<LayerSummary> Lines(Layer layer, int samples, int depth) =>
    [
        new(
            layer.Name, depth, layer.Activation?.Name, layer.Output, layer.Trainables.Sum(t => (long)t.Value.Length), layer.MultiplyAdds,
            layer.Bytes(samples) + (2 * sizeof(float) * layer.Trainables.Sum(t => (long)t.Value.Length))),
        .. layer.Parts.SelectMany(part => Lines(part, samples, depth + 1)),
    ];

    private static string[] Cells(LayerSummary line) =>
    [
        new string(' ', 2 * line.Depth) + line.Name + (line.Activation is { } f ? $" {f}" : ""), line.Output.ToString(),
        Counted(line.Parameters), Counted(line.MultiplyAdds), Memory(line.Bytes),
    ];

    private static string Counted(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    private static string Memory(long bytes) => bytes >= 1 << 20
        ? string.Create(CultureInfo.InvariantCulture, $"{bytes / (double)(1 << 20):N1} MiB")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0:N1} KiB");
}

/// <summary>One layer in figures.</summary>
/// <param name="Name">The layer's name.</param>
/// <param name="Depth">How many layers it is within.</param>
/// <param name="Activation">The name of its activation, if it has one.</param>
/// <param name="Output">The shape of what it makes of a sample.</param>
/// <param name="Parameters">How many numbers training changes in it, its parts included.</param>
/// <param name="MultiplyAdds">Multiplications, each with an addition, of one sample's way forward.</param>
/// <param name="Bytes">Weights, their gradients, and what a batch needs: outputs, gradients and what is kept for the way back.</param>
public sealed record LayerSummary(
    string Name, int Depth, string? Activation, SampleShape Output, long Parameters, long MultiplyAdds, long Bytes);
