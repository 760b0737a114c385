using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Hillock.Training;

/// <summary>A dense float32 array of any rank: contiguous, row-major, its first element on a 64-byte boundary.</summary>
/// <remarks>
/// The storage is a pinned array of the managed heap: it never moves, so kernels may keep pointers for as long as they keep
/// the tensor, and it needs no disposal. A view shares the storage of the tensor it was taken from.
/// </remarks>
public sealed unsafe class Tensor
{
    private const int Alignment = 64;
    private readonly float[] _storage;
    private readonly int[] _shape;
    private readonly int _offset;
    private Tensor? _lastView, _lastReshaped;

    /// <summary>A tensor of zeros.</summary>
    /// <param name="shape">The extent of each dimension, the slowest first: rows, columns for a matrix. Extents may be zero.</param>
    /// <exception cref="ArgumentException">An extent is negative, or the tensor would have more than 2³¹ - 33 elements.</exception>
    public Tensor(params ReadOnlySpan<int> shape)
    {
        _shape = shape.ToArray();
        Length = Count(shape);
        _storage = GC.AllocateArray<float>(Length + (Alignment / sizeof(float)), pinned: true);
        var misalignment = (nuint)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(_storage)) % Alignment;
        _offset = (int)((Alignment - misalignment) % Alignment) / sizeof(float);
    }

    private Tensor(Tensor whole, int[] shape) => (_storage, _offset, _shape, Length) = (whole._storage, whole._offset, shape, Count(shape));

    /// <summary>The extent of each dimension, the slowest first.</summary>
    public ReadOnlySpan<int> Shape => _shape;

    /// <summary>The number of elements.</summary>
    public int Length { get; }

    /// <summary>The extent of the first dimension; 1 for a tensor without dimensions.</summary>
    public int Rows => _shape.Length == 0 ? 1 : _shape[0];

    /// <summary>The number of elements in one row: the product of all extents but the first.</summary>
    public int Columns => Rows == 0 ? Count(_shape.AsSpan(1)) : Length / Rows;

    /// <summary>All elements, the last dimension varying fastest.</summary>
    public Span<float> Values => _storage.AsSpan(_offset, Length);

    /// <summary>Where the elements are; valid while this tensor or a view of it is reachable.</summary>
    internal float* Pointer => (float*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(_storage)) + _offset;

    /// <summary>All of it as rows and columns.</summary>
    internal Matrix Matrix => new(this, Pointer, Rows, Columns, Columns, 1);

    /// <summary>The elements of one row.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public Span<float> Row(int row)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)row, (uint)Rows, nameof(row));
        return Values.Slice(row * Columns, Columns);
    }

    /// <summary>
    /// The first rows, without copying. The same number asked for again gives the same object, so that steps allocate nothing.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer rows.</exception>
    public Tensor FirstRows(int rows)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)rows, (uint)Rows, nameof(rows));
        if (rows == Rows)
        {
            return this;
        }
        return _lastView is { } view && view.Rows == rows ? view : _lastView = new Tensor(this, [rows, .. _shape.AsSpan(1)]);
    }

    /// <summary>
    /// The same elements in the same order as rows and columns, without copying. The same asked for again gives the same object.
    /// </summary>
    /// <exception cref="ArgumentException">The number of elements is another.</exception>
    public Tensor Reshaped(int rows, int columns)
    {
        if ((long)rows * columns != Length)
        {
            throw new ArgumentException($"A tensor of shape {this} has no {rows}×{columns} elements.", nameof(rows));
        }
        if (IsMatrix(rows, columns))
        {
            return this;
        }
        return _lastReshaped is { } view && view.IsMatrix(rows, columns) ? view : _lastReshaped = new Tensor(this, [rows, columns]);
    }

    /// <summary>A tensor with a copy of these values.</summary>
    /// <exception cref="ArgumentException">The number of values is not the product of the extents.</exception>
    public static Tensor From(ReadOnlySpan<float> values, params ReadOnlySpan<int> shape)
    {
        var tensor = new Tensor(shape);
        if (tensor.Length != values.Length)
        {
            throw new ArgumentException($"{values.Length} values do not fill the shape {tensor}.", nameof(values));
        }
        values.CopyTo(tensor.Values);
        return tensor;
    }

    /// <summary>The shape: <c>128×784</c>.</summary>
    public override string ToString() => string.Join('×', _shape);

    private bool IsMatrix(int rows, int columns) => _shape.Length == 2 && _shape[0] == rows && _shape[1] == columns;

    private static int Count(ReadOnlySpan<int> shape)
    {
        long count = 1;
        foreach (var extent in shape)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(extent, nameof(shape));
            count *= extent;
            if (count > Array.MaxLength - (Alignment / sizeof(float)))
            {
                throw new ArgumentException($"A tensor of shape {string.Join('×', shape.ToArray())} is too large.", nameof(shape));
            }
        }
        return (int)count;
    }
}
