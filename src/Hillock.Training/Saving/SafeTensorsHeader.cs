using System.Text.Json;

namespace Hillock.Training;

/// <summary>The header of a safetensors file: read strictly, because everything after it depends on it.</summary>
internal sealed class SafeTensorsHeader(BrokenFile broken)
{
    private const string Metadata = "__metadata__";

    private readonly List<Entry> _entries = [];
    private readonly Dictionary<string, string> _metadata = [];

    /// <summary>The arrays a header tells of, with room for their bytes.</summary>
    /// <param name="header">The header.</param>
    /// <param name="dataLength">Bytes after it.</param>
    /// <exception cref="HillockException">It is broken.</exception>
    public SafeTensors Read(ReadOnlySpan<byte> header, long dataLength)
    {
        var reader = new Utf8JsonReader(header);
        try
        {
            Entries(ref reader);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            throw broken.At(
                SafeTensors.Prefix + reader.BytesConsumed, $"the header is no JSON object of arrays: {error.Message.ReplaceLineEndings(" ")}");
        }
        Place(dataLength);
        return new([.. _entries.Select(e => new StoredTensor(e.Name, e.Type, e.Shape, new byte[e.Length]))], _metadata);
    }

    /// <summary>The header for these arrays, padded to a multiple of eight bytes as Python's package does.</summary>
    public static byte[] Of(SafeTensors contents)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            if (contents.Metadata.Count > 0)
            {
                json.WriteStartObject(Metadata);
                foreach (var (name, text) in contents.Metadata)
                {
                    json.WriteString(name, text);
                }
                json.WriteEndObject();
            }
            var names = new HashSet<string> { Metadata };
            var end = 0L;
            foreach (var tensor in contents.Tensors)
            {
                if (!names.Add(tensor.Name) || tensor.Bytes.Length != tensor.Shape.Aggregate((long)tensor.Type.Size, (a, b) => a * b))
                {
                    throw new ArgumentException($"{tensor.Name} is there twice, or {tensor} has other than {tensor.Bytes.Length} bytes.", nameof(contents));
                }
                json.WriteStartObject(tensor.Name);
                json.WriteString("dtype", tensor.Type.Name);
                Write(json, "shape", tensor.Shape);
                Write(json, "data_offsets", [end, end += tensor.Bytes.Length]);
                json.WriteEndObject();
            }
            json.WriteEndObject();
        }
        while (bytes.Length % SafeTensors.Prefix != 0)
        {
            bytes.WriteByte((byte)' ');
        }
        return bytes.ToArray();
    }

    private static void Write(Utf8JsonWriter json, string name, IEnumerable<long> numbers)
    {
        json.WriteStartArray(name);
        foreach (var number in numbers)
        {
            json.WriteNumberValue(number);
        }
        json.WriteEndArray();
    }

    private void Entries(ref Utf8JsonReader reader)
    {
        var names = new HashSet<string>();
        Expect(ref reader, JsonTokenType.StartObject);
        while (NextName(ref reader) is { } name)
        {
            if (!names.Add(name))
            {
                throw broken.In(name, "is there twice in the header; every array has a name of its own");
            }
            if (name == Metadata)
            {
                Texts(ref reader);
            }
            else
            {
                _entries.Add(Entry.Read(ref reader, name, broken));
            }
        }
        // Nothing but blanks may follow.
        reader.Read();
    }

    private void Texts(ref Utf8JsonReader reader)
    {
        Expect(ref reader, JsonTokenType.StartObject);
        while (NextName(ref reader) is { } name)
        {
            Expect(ref reader, JsonTokenType.String);
            if (!_metadata.TryAdd(name, reader.GetString()!))
            {
                throw broken.In(Metadata, $"{Shown.Quoted(name)} is there twice");
            }
        }
    }

    /// <summary>Every byte of the data belongs to exactly one array.</summary>
    private void Place(long dataLength)
    {
        _entries.Sort((a, b) => (a.Begin, a.End).CompareTo((b.Begin, b.End)));
        var end = 0L;
        foreach (var entry in _entries)
        {
            if (entry.End > dataLength)
            {
                throw broken.In(entry.Name, $"ends at byte {entry.End} of the data, of which the file has {dataLength}");
            }
            if (entry.Begin != end)
            {
                throw broken.In(entry.Name, $"begins at byte {entry.Begin} of the data, but what is before it ends at {end}; arrays follow each other");
            }
            end = entry.End;
        }
        if (end != dataLength)
        {
            throw broken.At(0, $"the header tells of {end} bytes of data; the file has {dataLength}");
        }
    }

    /// <summary>The name of the next member, or <c>null</c> at the end of the object.</summary>
    internal static string? NextName(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType == JsonTokenType.EndObject ? null : reader.GetString();
    }

    internal static void Expect(ref Utf8JsonReader reader, JsonTokenType type)
    {
        if (!reader.Read() || reader.TokenType != type)
        {
            throw new JsonException($"{type} is wanted, {reader.TokenType} found.");
        }
    }
}
