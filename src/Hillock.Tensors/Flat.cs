using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Hillock.Tensors;

/// <summary>The elements of a tensor as one span, the last axis changing first: its own memory where they lie so, otherwise a copy.</summary>
internal readonly ref struct Flat<E>
    where E : unmanaged
{
    private readonly E[]? rented;
    private readonly TensorSpan<E> destination;

    private Flat(ReadOnlyTensorSpan<E> tensor)
    {
        var length = checked((int)tensor.FlattenedLength);
        if (Shape.IsRowMajor(tensor))
        {
            Span = MemoryMarshal.CreateSpan(ref Unsafe.AsRef(in tensor.GetPinnableReference()), length);
        }
        else
        {
            rented = ArrayPool<E>.Shared.Rent(length);
            Span = rented.AsSpan(0, length);
        }
    }

    private Flat(TensorSpan<E> destination)
        : this(destination.AsReadOnlyTensorSpan()) => this.destination = destination;

    /// <summary>The elements.</summary>
    public Span<E> Span { get; }

    /// <summary>Elements to read.</summary>
    /// <exception cref="OverflowException">There are more than a span can hold.</exception>
    public static Flat<E> Of(in ReadOnlyTensorSpan<E> source)
    {
        var flat = new Flat<E>(source);
        if (flat.rented is not null)
        {
            source.FlattenTo(flat.Span);
        }

        return flat;
    }

    /// <summary>Elements to write; <see cref="Commit"/> brings them where they belong.</summary>
    /// <exception cref="OverflowException">There are more than a span can hold.</exception>
    public static Flat<E> For(in TensorSpan<E> destination) => new(destination);

    /// <summary>Writes what was computed to the tensor, where that has not happened already.</summary>
    public void Commit()
    {
        if (rented is not null)
        {
            new ReadOnlyTensorSpan<E>(Span, destination.Lengths).CopyTo(destination);
        }
    }

    /// <summary>Gives the copy's memory back.</summary>
    public void Dispose()
    {
        if (rented is not null)
        {
            ArrayPool<E>.Shared.Return(rented);
        }
    }
}
