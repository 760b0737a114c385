using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Hillock;

/// <summary>What a pass over a row of floats does at one place.</summary>
internal interface IFloatPass
{
    /// <summary>Computes the elements at <paramref name="i"/> and after, one per lane.</summary>
    void At<T>(nint i)
        where T : struct, IFloats<T>, IReal<T>;
}

/// <summary>A double in two floats.</summary>
internal readonly struct Split
{
    private readonly float high;
    private readonly float low;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Split(double value) => (high, low) = (FloatWords.Narrowed(value), FloatWords.Narrowed(value - FloatWords.Narrowed(value)));

    /// <summary>x·value, rounded once and a little.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Times<T>(T x)
        where T : struct, IFloats<T>, IReal<T> =>
        T.Fma(x, high, x * low);

    /// <summary>x − value, rounded to the digits of the difference.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T From<T>(T x)
        where T : struct, IFloats<T>, IReal<T> =>
        x - high - low;
}

internal readonly ref struct ScalePass(Span<float> y, double factor) : IFloatPass
{
    private readonly ref float y = ref MemoryMarshal.GetReference(y);
    private readonly Split factor = new(factor);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void At<T>(nint i)
        where T : struct, IFloats<T>, IReal<T> =>
        factor.Times(T.Load(in Unsafe.Add(ref y, i))).Store(ref Unsafe.Add(ref y, i));
}

internal readonly ref struct SubtractPass(ReadOnlySpan<float> x, float a, float b, Span<float> y) : IFloatPass
{
    private readonly ref float x = ref MemoryMarshal.GetReference(x);
    private readonly ref float y = ref MemoryMarshal.GetReference(y);
    private readonly float a = a;
    private readonly float b = b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void At<T>(nint i)
        where T : struct, IFloats<T>, IReal<T> =>
        (T.Load(in Unsafe.Add(ref x, i)) - a - b).Store(ref Unsafe.Add(ref y, i));
}

internal readonly ref struct CentrePass(ReadOnlySpan<float> y, double factor, ReadOnlySpan<float> dy, double mean, Span<float> dx) : IFloatPass
{
    private readonly ref float y = ref MemoryMarshal.GetReference(y);
    private readonly ref float dy = ref MemoryMarshal.GetReference(dy);
    private readonly ref float dx = ref MemoryMarshal.GetReference(dx);
    private readonly Split factor = new(factor);
    private readonly Split mean = new(mean);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void At<T>(nint i)
        where T : struct, IFloats<T>, IReal<T> =>
        (factor.Times(T.Load(in Unsafe.Add(ref y, i))) * mean.From(T.Load(in Unsafe.Add(ref dy, i)))).Store(ref Unsafe.Add(ref dx, i));
}

internal readonly ref struct PlainCentrePass(ReadOnlySpan<float> y, ReadOnlySpan<float> dy, float mean, Span<float> dx) : IFloatPass
{
    private readonly ref float y = ref MemoryMarshal.GetReference(y);
    private readonly ref float dy = ref MemoryMarshal.GetReference(dy);
    private readonly ref float dx = ref MemoryMarshal.GetReference(dx);
    private readonly float mean = mean;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void At<T>(nint i)
        where T : struct, IFloats<T>, IReal<T> =>
        (T.Load(in Unsafe.Add(ref y, i)) * (T.Load(in Unsafe.Add(ref dy, i)) - mean)).Store(ref Unsafe.Add(ref dx, i));
}

internal readonly ref struct WithdrawPass(ReadOnlySpan<float> y, double factor, ReadOnlySpan<float> dy, float total, Span<float> dx) : IFloatPass
{
    private readonly ref float y = ref MemoryMarshal.GetReference(y);
    private readonly ref float dy = ref MemoryMarshal.GetReference(dy);
    private readonly ref float dx = ref MemoryMarshal.GetReference(dx);
    private readonly Split factor = new(factor);
    private readonly float total = total;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void At<T>(nint i)
        where T : struct, IFloats<T>, IReal<T> =>
        T.Residue(factor.Times(T.Load(in Unsafe.Add(ref y, i))), total, T.Load(in Unsafe.Add(ref dy, i))).Store(ref Unsafe.Add(ref dx, i));
}
