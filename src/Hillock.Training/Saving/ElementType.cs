namespace Hillock.Training;

/// <summary>What the elements of a stored array are.</summary>
/// <param name="Name">As it stands in the file: <c>F32</c>.</param>
/// <param name="Size">Bytes of an element.</param>
public sealed record ElementType(string Name, int Size)
{
    /// <summary>The numbers of a <see cref="Tensor"/>.</summary>
    public static ElementType Float32 { get; } = new("F32", 4);

    /// <summary>Whole numbers of 32 bits with a sign.</summary>
    public static ElementType Int32 { get; } = new("I32", 4);

    /// <summary>Whole numbers of 64 bits without a sign.</summary>
    public static ElementType UInt64 { get; } = new("U64", 8);

    /// <summary>All types of the format whose elements are whole bytes.</summary>
    public static IReadOnlyList<ElementType> All { get; } =
    [
        new("BOOL", 1), new("U8", 1), new("I8", 1), new("F8_E5M2", 1), new("F8_E4M3", 1), new("F8_E8M0", 1),
        new("U16", 2), new("I16", 2), new("F16", 2), new("BF16", 2),
        new("U32", 4), Int32, Float32,
        UInt64, new("I64", 8), new("F64", 8), new("C64", 8),
    ];

    /// <summary>The type of that name, or <c>null</c>.</summary>
    public static ElementType? Named(string name) => All.FirstOrDefault(type => type.Name == name);
}
