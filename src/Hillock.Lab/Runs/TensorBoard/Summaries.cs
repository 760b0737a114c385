using System.Runtime.InteropServices;

namespace Hillock.Lab.TensorBoard;

/// <summary>Values of a summary as TensorBoard's plugins want them: tensors, with metadata at the first of each tag.</summary>
/// <remarks>
/// Numbers of fields from tensorboard/compat/proto: summary.proto (Summary, SummaryMetadata), tensor.proto, tensor_shape.proto, types.proto.
/// Plugins scalars and histograms, version 2.
/// </remarks>
internal sealed class Summaries
{
    private const int Float = 1, Double = 2, ScalarData = 1, TensorData = 2;

    private readonly HashSet<string> _tags = [];

    /// <summary>A number; <c>null</c> for what is none: one of them spoils the display of all others.</summary>
    public Message? Scalar(string tag, double value)
    {
        var single = (float)value;
        return float.IsFinite(single) ? Value(tag, "scalars", ScalarData, Tensor(Float, [], MemoryMarshal.AsBytes([single]))) : null;
    }

    /// <summary>A histogram: rows of left edge, right edge and count; of equal values all edges are equal and the last row has them all.</summary>
    public Message Histogram(string tag, Histogram histogram)
    {
        var parts = histogram.Counts.Count;
        var rows = new double[3 * parts];
        for (var part = 0; part < parts; part++)
        {
            (rows[3 * part], rows[(3 * part) + 1]) = (histogram.Edge(part), histogram.Edge(part + 1));
            rows[(3 * part) + 2] = histogram.Low < histogram.High ? histogram.Counts[part] : 0;
        }
        if (histogram.Low == histogram.High)
        {
            rows[^1] = histogram.Counts.Sum();
        }
        return Value(tag, "histograms", TensorData, Tensor(Double, [parts, 3], MemoryMarshal.AsBytes(rows.AsSpan())));
    }

    /// <summary>What a plugin is told in the metadata alone, beside a tensor without numbers.</summary>
    public static Message Told(string tag, string plugin, Message content) => new Message()
        .Add(1, tag).Add(9, Metadata(plugin, content, TensorData)).Add(8, Tensor(Float, [0], []));

    private Message Value(string tag, string plugin, int kind, Message tensor)
    {
        var value = new Message().Add(1, tag);
        return (_tags.Add(tag) ? value.Add(9, Metadata(plugin, null, kind)) : value).Add(8, tensor);
    }

    private static Message Metadata(string plugin, Message? content, int kind)
    {
        var data = new Message().Add(1, plugin);
        return new Message().Add(1, content is null ? data : data.Add(2, content)).Add(4, kind);
    }

    private static Message Tensor(int type, ReadOnlySpan<long> shape, ReadOnlySpan<byte> content)
    {
        var dimensions = new Message();
        foreach (var extent in shape)
        {
            dimensions.Add(2, new Message().Add(1, extent));
        }
        return new Message().Add(1, type).Add(2, dimensions).Add(4, content);
    }
}
