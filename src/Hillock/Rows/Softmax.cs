using System.Runtime.InteropServices;

namespace Hillock;

/// <summary>yᵢ = e^(xᵢ/t)/Σ e^(xⱼ/t): chances from logits; dx = y ⊙ (dy − Σ yⱼ·dyⱼ)/t.</summary>
internal readonly struct Softmax(double temperature) : IOutputKernel
{
    public RowShape Shape => RowShape.Same;

    public int Room(int columns) => columns;

    public void Forward<E>(ReadOnlySpan<E> x, int columns, Span<E> y, Span<double> room)
        where E : unmanaged
    {
        if (typeof(E) == typeof(float) && temperature == 1)
        {
            FloatWidths.Run<FloatSoftmax>(new(Floats.Of(x), columns, Floats.Of(y)) { Room = room });
            return;
        }

        for (var start = 0; start < x.Length; start += columns)
        {
            ShiftedRow.Read(x.Slice(start, columns), temperature, room).Softmax(y.Slice(start, columns));
        }
    }

    public void Backward<E>(ReadOnlySpan<E> x, int columns, ReadOnlySpan<E> dy, Span<E> dx, Span<double> room)
        where E : unmanaged
    {
        if (typeof(E) == typeof(float) && temperature == 1)
        {
            FloatWidths.Run<FloatSoftmaxGradient>(new(Floats.Of(x), columns, Floats.Of(dx)) { Dy = Floats.Of(dy), Room = room });
            return;
        }

        for (var start = 0; start < x.Length; start += columns)
        {
            ShiftedRow.Read(x.Slice(start, columns), temperature, room)
                .SoftmaxGradient(dy.Slice(start, columns), temperature, dx.Slice(start, columns));
        }
    }

    public void BackwardFromOutput<E>(ReadOnlySpan<E> y, int columns, ReadOnlySpan<E> dy, Span<E> dx, Span<double> room)
        where E : unmanaged
    {
        if (typeof(E) == typeof(float) && temperature == 1)
        {
            FloatWidths.Run<FloatSoftmaxGradientFromOutput>(new(Floats.Of(y), columns, Floats.Of(dx)) { Dy = Floats.Of(dy) });
            return;
        }

        for (var start = 0; start < y.Length; start += columns)
        {
            Centred(y.Slice(start, columns), dy.Slice(start, columns), dx.Slice(start, columns));
        }
    }

    private void Centred<E>(ReadOnlySpan<E> y, ReadOnlySpan<E> dy, Span<E> dx)
        where E : unmanaged
    {
        double mean = 0;
        for (var i = 0; i < y.Length; i++)
        {
            mean += Element.Get(in y[i], 0) * Element.Get(in dy[i], 0);
        }

        for (var i = 0; i < y.Length; i++)
        {
            Element.Set(ref dx[i], 0, Element.Get(in y[i], 0) * (Element.Get(in dy[i], 0) - mean) / temperature);
        }
    }
}

/// <summary>yᵢ = xᵢ − ln Σ eˣʲ: logarithms of chances; dx = dy − softmax(x)·Σ dyⱼ.</summary>
internal readonly struct LogSoftmax : IOutputKernel
{
    public RowShape Shape => RowShape.Same;

    public int Room(int columns) => columns;

    public void Forward<E>(ReadOnlySpan<E> x, int columns, Span<E> y, Span<double> room)
        where E : unmanaged
    {
        if (typeof(E) == typeof(float))
        {
            FloatWidths.Run<FloatLogSoftmax>(new(Floats.Of(x), columns, Floats.Of(y)) { Room = room });
            return;
        }

        for (var start = 0; start < x.Length; start += columns)
        {
            var row = x.Slice(start, columns);
            ShiftedRow.Read(row, 1, room).LogSoftmax(row, y.Slice(start, columns));
        }
    }

    public void Backward<E>(ReadOnlySpan<E> x, int columns, ReadOnlySpan<E> dy, Span<E> dx, Span<double> room)
        where E : unmanaged
    {
        if (typeof(E) == typeof(float))
        {
            FloatWidths.Run<FloatLogSoftmaxGradient>(new(Floats.Of(x), columns, Floats.Of(dx)) { Dy = Floats.Of(dy), Room = room });
            return;
        }

        for (var start = 0; start < x.Length; start += columns)
        {
            ShiftedRow.Read(x.Slice(start, columns), 1, room).LogSoftmaxGradient(dy.Slice(start, columns), dx.Slice(start, columns));
        }
    }

    public void BackwardFromOutput<E>(ReadOnlySpan<E> y, int columns, ReadOnlySpan<E> dy, Span<E> dx, Span<double> room)
        where E : unmanaged
    {
        if (typeof(E) == typeof(float))
        {
            FloatWidths.Run<FloatLogSoftmaxGradientFromOutput>(new(Floats.Of(y), columns, Floats.Of(dx)) { Dy = Floats.Of(dy), Room = room });
            return;
        }

        for (var start = 0; start < y.Length; start += columns)
        {
            // Softmax takes no notice of a constant: that of y is that of x.
            ShiftedRow.Read(y.Slice(start, columns), 1, room).LogSoftmaxGradient(dy.Slice(start, columns), dx.Slice(start, columns));
        }
    }
}

/// <summary>Spans of elements that are known to be floats.</summary>
internal static class Floats
{
    public static ReadOnlySpan<float> Of<E>(ReadOnlySpan<E> span)
        where E : unmanaged =>
        MemoryMarshal.Cast<E, float>(span);

    public static Span<float> Of<E>(Span<E> span)
        where E : unmanaged =>
        MemoryMarshal.Cast<E, float>(span);
}
