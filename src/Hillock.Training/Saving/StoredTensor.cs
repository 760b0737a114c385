using System.Runtime.InteropServices;

namespace Hillock.Training;

/// <summary>A named array of numbers as it stands in a file: of any element type, least significant byte first, the last dimension fastest.</summary>
/// <param name="Name">The name, the only one of its kind in the file.</param>
/// <param name="Type">What its elements are.</param>
/// <param name="Shape">The extents, the slowest first; empty for a single number.</param>
/// <param name="Bytes">The elements.</param>
public sealed record StoredTensor(string Name, ElementType Type, IReadOnlyList<long> Shape, byte[] Bytes)
{
    /// <summary>A copy of a tensor's numbers.</summary>
    public static StoredTensor Of(string name, Tensor tensor) =>
        Of<float>(name, ElementType.Float32, [.. tensor.Shape.ToArray()], tensor.Values);

    /// <summary>Numbers of one dimension.</summary>
    internal static StoredTensor Of<E>(string name, ElementType type, ReadOnlySpan<E> values)
        where E : unmanaged =>
        Of(name, type, [values.Length], values);

    /// <summary>The elements, which the caller knows to be of that type.</summary>
    internal ReadOnlySpan<E> As<E>()
        where E : unmanaged =>
        MemoryMarshal.Cast<byte, E>(Bytes);

    /// <summary><c>F32 784×256</c>.</summary>
    public override string ToString() => Shape.Count == 0 ? Type.Name : $"{Type.Name} {string.Join('×', Shape)}";

    // Every platform that .NET 10 is delivered for stores the least significant byte first, as the format does.
    private static StoredTensor Of<E>(string name, ElementType type, IReadOnlyList<long> shape, ReadOnlySpan<E> values)
        where E : unmanaged =>
        new(name, type, shape, MemoryMarshal.AsBytes(values).ToArray());
}
