namespace Hillock.Web;

/// <summary>What a network makes of every place of the plane, or of the line: as bytes, to be painted.</summary>
internal sealed class Canvas
{
    /// <summary>Places along each side of the plane; along the line; and every how manieth is a place of a unit's small map.</summary>
    public const int Side = 60, Line = 121, Coarse = 3;

    /// <summary>Units of a layer that are shown.</summary>
    public const int MostShown = 10;

    /// <summary>Images that are shown with what the network says of them.</summary>
    public const int MostPictures = 24;

    /// <summary>Rows of the plane that go through a network together: rooms for all of it would be dear in wide networks.</summary>
    private const int Together = Coarse;

    private const double Margin = 1.08;
    private const float Middle = 128, Half = 127;

    private static readonly Activation Chance = Catalog.Parse("sigmoid");

    private readonly LearningTask _task;
    private readonly int _features;
    private readonly Tensor _places;

    public Canvas(DataSplit split)
    {
        (_task, _features) = (split.Train.Task, split.Train.Features);
        Kind = split.Train.Image is not null ? "image" : _features == 1 ? "line" : "plane";
        var reach = Kind == "image" ? 1 : (float)(Margin * split.Train.Inputs.Concat(split.Test.Inputs).Where((_, i) => i % _features < 2).Max(Math.Abs));
        // Features that never vary lie at 0.
        Reach = reach > 0 ? reach : 1;
        _places = Kind == "image" ? Images(split.Test) : new(Kind == "line" ? Line : Together * Side, _features);
    }

    /// <summary><c>plane</c>, <c>line</c>, or <c>image</c>, of which there is no map: the network says what some images are.</summary>
    public string Kind { get; }

    /// <summary>The map goes from −this to this along each axis, in deviations of the data.</summary>
    public float Reach { get; }

    /// <summary>Paints a network, as it is evaluated.</summary>
    public Painting Of(Network network)
    {
        var count = Kind switch { "image" => _places.Rows, "line" => Line, _ => Side * Side };
        var (map, sure) = (new byte[count], new byte[_task == LearningTask.Classes ? count : 0]);
        if (Kind == "image")
        {
            Paint(network.Forward(_places), map, sure);
            return new(map, sure, [.. network.Sites.Select((_, i) => i == 0 ? Pictures(network) : [])]);
        }
        var (across, rows) = Kind == "line" ? ((Line / Coarse) + 1, 1) : (Side / Coarse, Side / Coarse);
        float[][][] units = [.. network.Sites.Select(site => Enumerable.Range(0, Math.Min(MostShown, site.Units)).Select(_ => new float[across * rows]).ToArray())];
        for (var part = 0; part < count / _places.Rows; part++)
        {
            Place(part);
            var outputs = network.Forward(_places);
            Paint(outputs, map.AsSpan(part * _places.Rows, _places.Rows), sure.Length > 0 ? sure.AsSpan(part * _places.Rows) : default);
            foreach (var (site, maps) in network.Sites.Zip(units))
            {
                Read(site, maps, part, across);
            }
        }
        return new(map, sure, [.. units.Select(layer => layer.Select(Signed).ToArray())]);
    }

    /// <summary>Numbers as bytes: 128 is 0, and the largest magnitude is at one of the ends.</summary>
    public static byte[] Signed(float[] values)
    {
        var most = values.Where(float.IsFinite).Select(Math.Abs).DefaultIfEmpty(0).Max();
        return Array.ConvertAll(values, v => (byte)(Middle + (most > 0 && float.IsFinite(v) ? Half * v / most : 0)));
    }

    private static Tensor Images(Dataset test)
    {
        var rows = Math.Min(MostPictures, test.Rows);
        return Tensor.From(test.Inputs.AsSpan(0, rows * test.Features), rows, test.Features);
    }

    private void Place(int part)
    {
        for (var i = 0; i < _places.Rows; i++)
        {
            var row = _places.Row(i);
            row.Clear();
            var column = Kind == "line" ? i : i % Side;
            row[0] = At(column, Kind == "line" ? Line : Side);
            if (_features > 1)
            {
                row[1] = -At((part * Together) + (i / Side), Side);
            }
        }
    }

    /// <summary>The middle of a cell.</summary>
    private float At(int cell, int of) => Reach * ((((2 * cell) + 1f) / of) - 1);

    private void Paint(Tensor outputs, Span<byte> map, Span<byte> sure)
    {
        Span<float> chances = new float[outputs.Length];
        switch (_task)
        {
            case LearningTask.Binary:
                Chance.Forward(outputs.Values, chances);
                break;
            case LearningTask.Classes:
                Catalog.Softmax.Forward(outputs.Values, outputs.Columns, chances);
                break;
            default:
                outputs.Values.CopyTo(chances);
                break;
        }
        for (var i = 0; i < outputs.Rows; i++)
        {
            var row = chances.Slice(i * outputs.Columns, outputs.Columns);
            if (_task == LearningTask.Classes)
            {
                var best = System.Numerics.Tensors.TensorPrimitives.IndexOfMax<float>(row);
                (map[i], sure[i]) = ((byte)Math.Max(0, best), Byte(best < 0 ? 0 : row[best]));
            }
            else
            {
                // Values of a regression are in deviations: three of them hold nearly all.
                map[i] = _task == LearningTask.Binary ? Chanced(row[0]) : Byte(0.5f + (row[0] / 6));
            }
        }
    }

    private void Read(ActivationSite site, float[][] maps, int part, int across)
    {
        // Of the plane the middle row of those that went together.
        var (first, count) = Kind == "line" ? (0, Line) : (Side, Side);
        var outputs = new float[count * site.Units];
        site.ReadOutputs(outputs, first);
        for (var unit = 0; unit < maps.Length; unit++)
        {
            for (var i = 0; i < across; i++)
            {
                maps[unit][((Kind == "line" ? 0 : part) * across) + i] = outputs[(Math.Min(i * Coarse, count - 1) * site.Units) + unit];
            }
        }
    }

    /// <summary>What each unit of the first layer looks for, as a picture of its weights.</summary>
    private static byte[][] Pictures(Network network)
    {
        var weights = network.Layers.OfType<Dense>().First().Weights.Value;
        return [.. Enumerable.Range(0, Math.Min(MostShown, weights.Columns)).Select(unit => Signed([.. Enumerable.Range(0, weights.Rows).Select(i => weights.Row(i)[unit])]))];
    }

    /// <summary>A chance as the signed root of its distance from a half: finest where the boundary is.</summary>
    private static byte Chanced(float chance)
    {
        var side = (2 * chance) - 1;
        return Byte(0.5f + (MathF.CopySign(MathF.Sqrt(MathF.Abs(side)), side) / 2));
    }

    private static byte Byte(float share) => (byte)(float.IsNaN(share) ? 0 : Math.Clamp(255 * share, 0, 255));
}

/// <summary>A painted network.</summary>
/// <param name="Map">For each place, or image, the chance of the second class, the class itself, or the value.</param>
/// <param name="Sure">For each place how sure the class is, where there are several.</param>
/// <param name="Units">For each layer and unit its outputs, coarsely.</param>
internal sealed record Painting(byte[] Map, byte[] Sure, byte[][][] Units);
