using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Hillock;

/// <summary>The spans a kernel reads and writes, all of one length; those it does not need are empty.</summary>
/// <typeparam name="E">float or double.</typeparam>
internal readonly ref struct Streams<E>
    where E : unmanaged
{
    private readonly ref E x;
    private readonly ref E dy;
    private readonly ref E p;
    private readonly ref E y;
    private readonly ref E dx;
    private readonly nint step;

    /// <param name="x">Inputs.</param>
    /// <param name="dy">Incoming gradients.</param>
    /// <param name="p">Parameters, one for all elements or one for each.</param>
    /// <param name="y">Receives outputs, or the gradients of the parameters.</param>
    /// <param name="dx">Receives gradients.</param>
    public Streams(ReadOnlySpan<E> x, ReadOnlySpan<E> dy = default, ReadOnlySpan<E> p = default, Span<E> y = default, Span<E> dx = default)
    {
        this.x = ref MemoryMarshal.GetReference(x);
        this.dy = ref MemoryMarshal.GetReference(dy);
        this.p = ref MemoryMarshal.GetReference(p);
        this.y = ref MemoryMarshal.GetReference(y);
        this.dx = ref MemoryMarshal.GetReference(dx);
        step = p.Length == x.Length ? 1 : 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T X<T>(nint i)
        where T : struct, ILanes<T>, IReal<T> =>
        T.Load(in Unsafe.Add(ref x, i));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Dy<T>(nint i)
        where T : struct, ILanes<T>, IReal<T> =>
        T.Load(in Unsafe.Add(ref dy, i));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T P<T>(nint i)
        where T : struct, ILanes<T>, IReal<T> =>
        step == 0 ? Doubles1.Load(in p).Word : T.Load(in Unsafe.Add(ref p, i));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void SetY<T, W>(nint i, T value)
        where T : struct, ILanes<T>, IReal<T>
        where W : struct, IWriting
    {
        if (W.IsAround)
        {
            value.StoreAround(ref Unsafe.Add(ref y, i));
        }
        else
        {
            value.Store(ref Unsafe.Add(ref y, i));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void SetDx<T, W>(nint i, T value)
        where T : struct, ILanes<T>, IReal<T>
        where W : struct, IWriting
    {
        if (W.IsAround)
        {
            value.StoreAround(ref Unsafe.Add(ref dx, i));
        }
        else
        {
            value.Store(ref Unsafe.Add(ref dx, i));
        }
    }

    /// <summary>Whether a result is written where something is read.</summary>
    public bool IsInPlace =>
        Same(ref x, ref y) || Same(ref x, ref dx) || Same(ref dy, ref y) || Same(ref dy, ref dx) || Same(ref p, ref y) || Same(ref p, ref dx);

    /// <summary>How many bytes are read and written for each element.</summary>
    public long BytesEach => Unsafe.SizeOf<E>() * (1
        + (Unsafe.IsNullRef(ref dy) ? 0 : 1)
        + (Unsafe.IsNullRef(ref p) ? 0L : step)
        + (Unsafe.IsNullRef(ref y) ? 0 : 1)
        + (Unsafe.IsNullRef(ref dx) ? 0 : 1));

    /// <summary>How many elements come before the first at which what is written begins a cache line; −1 where two results never do so together.</summary>
    public unsafe int BeforeLine
    {
        get
        {
            const nuint Line = 64;
            var before = (Line - ((nuint)Unsafe.AsPointer(ref Unsafe.IsNullRef(ref y) ? ref dx : ref y) % Line)) % Line;
            var both = !Unsafe.IsNullRef(ref y) && !Unsafe.IsNullRef(ref dx);
            return before % (nuint)Unsafe.SizeOf<E>() != 0 || (both && ((nuint)Unsafe.AsPointer(ref dx) + before) % Line != 0)
                ? -1
                : (int)before / Unsafe.SizeOf<E>();
        }
    }

    /// <summary>The inputs from <paramref name="start"/> on.</summary>
    public ReadOnlySpan<E> Inputs(nint start, int count) => MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref x, start), count);

    /// <summary>Where the results are written, to be held in place.</summary>
    public ref E FirstY => ref y;

    /// <inheritdoc cref="FirstY"/>
    public ref E FirstDx => ref dx;

    /// <summary>The part from <paramref name="start"/> on.</summary>
    public Streams<E> Slice(nint start, int length) => new(
        MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref x, start), length),
        Unsafe.IsNullRef(ref dy) ? default : MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref dy, start), length),
        Unsafe.IsNullRef(ref p) ? default : MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref p, step * start), step == 0 ? 1 : length),
        Unsafe.IsNullRef(ref y) ? default : MemoryMarshal.CreateSpan(ref Unsafe.Add(ref y, start), length),
        Unsafe.IsNullRef(ref dx) ? default : MemoryMarshal.CreateSpan(ref Unsafe.Add(ref dx, start), length));

    /// <summary>Copies of what is read from <paramref name="start"/> on, with room for what is written.</summary>
    /// <param name="start">Where the copy begins.</param>
    /// <param name="count">How many elements are copied.</param>
    /// <param name="room">Five spans of at least that many elements, one after the other.</param>
    public Streams<E> Copied(nint start, int count, Span<E> room)
    {
        var length = room.Length / 5;
        return new(
            Copy(ref x, start, count, room[..length]),
            Copy(ref dy, start, count, room.Slice(length, length)),
            step == 0 && !Unsafe.IsNullRef(ref p)
                ? MemoryMarshal.CreateReadOnlySpan(ref p, 1)
                : Copy(ref p, start, count, room.Slice(2 * length, length)),
            room.Slice(3 * length, length),
            room[(4 * length)..]);
    }

    /// <summary>Takes over the results at i from a copy that began at <paramref name="start"/>.</summary>
    public void Take(Streams<E> copy, nint start, nint i)
    {
        if (!Unsafe.IsNullRef(ref y))
        {
            Unsafe.Add(ref y, start + i) = Unsafe.Add(ref copy.y, i);
        }

        if (!Unsafe.IsNullRef(ref dx))
        {
            Unsafe.Add(ref dx, start + i) = Unsafe.Add(ref copy.dx, i);
        }
    }

    private static bool Same(ref E read, ref E written) => !Unsafe.IsNullRef(ref read) && Unsafe.AreSame(ref read, ref written);

    private static ReadOnlySpan<E> Copy(ref E from, nint start, int count, Span<E> to)
    {
        if (!Unsafe.IsNullRef(ref from))
        {
            MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref from, start), count).CopyTo(to);
        }

        return to;
    }
}
