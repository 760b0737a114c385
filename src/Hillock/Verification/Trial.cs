namespace Hillock;

/// <summary>The kernels of a function in one format at work on floats, and what they give held against the truth.</summary>
/// <typeparam name="E">The format: float, Half or BFloat16. Each of its numbers is a float.</typeparam>
internal sealed class Trial<E>(Activation f, Promise promise)
    where E : unmanaged
{
    private readonly Tally _tally = NewTally(f, promise);

    /// <summary>Tries floats that the format has.</summary>
    public void Of(ReadOnlySpan<float> x) => Of(x, _tally);

    /// <summary>What was found.</summary>
    public Accuracy Result => _tally.Result(f.Name);

    /// <summary>The worst errors again, to all digits.</summary>
    public Accuracy Sharp(Accuracy rough)
    {
        Accuracy At(WorstError worst)
        {
            var tally = NewTally(f, promise);
            Of([(float)worst.X], tally, exactly: true);
            return tally.Result(f.Name);
        }

        return rough with
        {
            Values = rough.Values with { Ulp = At(rough.Values.Ulp).Values.Ulp },
            Slopes = rough.Slopes with { Ulp = At(rough.Slopes.Ulp).Slopes.Ulp },
            SlopeError = At(rough.SlopeError).SlopeError,
        };
    }

    private static Tally NewTally(Activation f, Promise promise) => new(promise, f.Function?.Kinks ?? []);

    private void Of(ReadOnlySpan<float> x, Tally tally, bool exactly = false)
    {
        float[] ones = new float[x.Length], y = new float[x.Length], dx = new float[x.Length];
        Array.Fill(ones, 1);
        if (typeof(E) == typeof(float))
        {
            f.ForwardBackward(x, ones, y, dx);
        }
        else
        {
            Rounded(x, ones, y, dx);
        }

        if (exactly)
        {
            f.Truth.Compare(x[0], y[0], dx[0], tally);
        }
        else
        {
            f.Truth.Compare(x, y, dx, tally);
        }
    }

    private void Rounded(ReadOnlySpan<float> x, ReadOnlySpan<float> ones, Span<float> y, Span<float> dx)
    {
        E[] inputs = new E[x.Length], upstream = new E[x.Length], results = new E[x.Length];
        Narrow.Round(x, inputs);
        Narrow.Round(ones, upstream);
        NarrowKernel.Forward(f, inputs, results);
        Narrow.Widen(results, y);
        NarrowKernel.Backward(f, inputs, upstream, results);
        Narrow.Widen(results, dx);
    }
}
