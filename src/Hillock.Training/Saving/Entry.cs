using System.Text.Json;

namespace Hillock.Training;

/// <summary>What a header says of one array.</summary>
/// <param name="Name">The name.</param>
/// <param name="Type">The element type.</param>
/// <param name="Shape">The extents.</param>
/// <param name="Begin">Where its bytes begin in the data.</param>
/// <param name="End">Where they end.</param>
internal sealed record Entry(string Name, ElementType Type, long[] Shape, long Begin, long End)
{
    private const int MostDimensions = 64;

    /// <summary>How many bytes it has.</summary>
    public int Length => (int)(End - Begin);

    /// <summary>Reads and checks what stands behind the name.</summary>
    public static Entry Read(ref Utf8JsonReader reader, string name, BrokenFile broken)
    {
        string? type = null;
        long[]? shape = null, offsets = null;
        SafeTensorsHeader.Expect(ref reader, JsonTokenType.StartObject);
        while (SafeTensorsHeader.NextName(ref reader) is { } key)
        {
            if ((key == "dtype" && type is not null) || (key == "shape" && shape is not null) || (key == "data_offsets" && offsets is not null))
            {
                throw broken.In(name, $"has {key} twice");
            }
            switch (key)
            {
                case "dtype":
                    SafeTensorsHeader.Expect(ref reader, JsonTokenType.String);
                    type = reader.GetString();
                    break;
                case "shape":
                    shape = Numbers(ref reader, key, name, broken);
                    break;
                case "data_offsets":
                    offsets = Numbers(ref reader, key, name, broken);
                    break;
                default:
                    // As Python's package does: what is new in a later version is no error.
                    reader.Read();
                    reader.Skip();
                    break;
            }
        }
        if (type is null || shape is null || offsets is not [var begin, var end])
        {
            throw broken.In(name, "needs dtype, shape, and data_offsets with two numbers");
        }
        var elements = ElementType.Named(type)
            ?? throw broken.In(name, $"dtype {Shown.Quoted(type)} is none of {string.Join(", ", ElementType.All.Select(e => e.Name))}");
        var length = BytesOf(elements, shape);
        if (end < begin || length != end - begin)
        {
            throw broken.In(
                name, $"{elements.Name} of shape {Shown.Plain($"[{string.Join(", ", shape)}]")} does not fill the bytes from {begin} to {end}; it has {length?.ToString() ?? "too many"}");
        }
        return new(name, elements, shape, begin, end);
    }

    /// <summary>Bytes of an array, or <c>null</c> if they are more than an array can have.</summary>
    private static long? BytesOf(ElementType type, long[] shape)
    {
        if (shape.Contains(0))
        {
            return 0;
        }
        long length = type.Size;
        foreach (var extent in shape)
        {
            if (extent > Array.MaxLength / length)
            {
                return null;
            }
            length *= extent;
        }
        return length;
    }

    private static long[] Numbers(ref Utf8JsonReader reader, string key, string name, BrokenFile broken)
    {
        var numbers = new List<long>();
        SafeTensorsHeader.Expect(ref reader, JsonTokenType.StartArray);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.Number || !reader.TryGetInt64(out var number) || number < 0)
            {
                throw broken.In(name, $"{key} has something other than whole numbers from 0 on");
            }
            numbers.Add(number);
            if (numbers.Count > MostDimensions)
            {
                throw broken.In(name, $"{key} has more than {MostDimensions} numbers");
            }
        }
        return [.. numbers];
    }
}
