namespace Hillock.Training;

/// <summary>What batch and group normalisation ask of a block of rows, channel by channel. A block stays in the first-level cache.</summary>
/// <remarks>Sums within a block are of floats, in an order that depends on nothing but its number of rows; whoever adds up blocks does so in double.</remarks>
internal static unsafe class ChannelSums
{
    /// <summary>Floats of a block: of inputs and gradients together two thirds of a 48 KiB first-level cache.</summary>
    private const int BlockFloats = 4096;

    /// <summary>Fewer rows would leave more to add up than there was to begin with.</summary>
    private const int FewestRows = 16;

    /// <summary>Rows of a block of so many channels.</summary>
    public static int BlockRows(int channels) => Math.Max(FewestRows, BlockFloats / channels);

    /// <summary>The mean of each channel, and the sum of the squared distances from it.</summary>
    public static void Moments(float* x, int rows, int channels, float* means, float* squares)
    {
        var done = Moments<PreferredLanes, System.Numerics.Vector<float>>(x, rows, channels, 0, means, squares);
        Moments<OneLane, float>(x, rows, channels, done, means, squares);
    }

    /// <summary>Σ g and Σ g·(x − centre) of each channel.</summary>
    public static void Products(float* x, float* g, int rows, int channels, float* centres, float* sums, float* products)
    {
        var done = Products<PreferredLanes, System.Numerics.Vector<float>>(x, g, rows, channels, 0, centres, sums, products);
        Products<OneLane, float>(x, g, rows, channels, done, centres, sums, products);
    }

    private static int Moments<L, V>(float* x, int rows, int channels, int channel, float* means, float* squares)
        where L : IUpdateLanes<V>
        where V : struct
    {
        V one = L.All(1), minus = L.All(-1), share = L.All(1f / rows);
        for (; channel <= channels - L.Count; channel += L.Count)
        {
            // Four sums at a time: one alone would wait for each addition.
            V a = default, b = default, c = default, d = default;
            var at = x + channel;
            var row = 0;
            for (; row <= rows - 4; row += 4, at += 4 * channels)
            {
                a = L.MultiplyAdd(L.Load(at), one, a);
                b = L.MultiplyAdd(L.Load(at + channels), one, b);
                c = L.MultiplyAdd(L.Load(at + (2 * channels)), one, c);
                d = L.MultiplyAdd(L.Load(at + (3 * channels)), one, d);
            }
            for (; row < rows; row++, at += channels)
            {
                a = L.MultiplyAdd(L.Load(at), one, a);
            }
            var mean = L.Multiply(All<L, V>(a, b, c, d), share);
            a = b = c = d = default;
            at = x + channel;
            for (row = 0; row <= rows - 4; row += 4, at += 4 * channels)
            {
                a = Square<L, V>(L.MultiplyAdd(mean, minus, L.Load(at)), a);
                b = Square<L, V>(L.MultiplyAdd(mean, minus, L.Load(at + channels)), b);
                c = Square<L, V>(L.MultiplyAdd(mean, minus, L.Load(at + (2 * channels))), c);
                d = Square<L, V>(L.MultiplyAdd(mean, minus, L.Load(at + (3 * channels))), d);
            }
            for (; row < rows; row++, at += channels)
            {
                a = Square<L, V>(L.MultiplyAdd(mean, minus, L.Load(at)), a);
            }
            L.Store(mean, means + channel);
            L.Store(All<L, V>(a, b, c, d), squares + channel);
        }
        return channel;
    }

    private static int Products<L, V>(float* x, float* g, int rows, int channels, int channel, float* centres, float* sums, float* products)
        where L : IUpdateLanes<V>
        where V : struct
    {
        V one = L.All(1), minus = L.All(-1);
        for (; channel <= channels - L.Count; channel += L.Count)
        {
            V a = default, b = default, ax = default, bx = default;
            var centre = L.Load(centres + channel);
            float* at = x + channel, slope = g + channel;
            var row = 0;
            for (; row <= rows - 2; row += 2, at += 2 * channels, slope += 2 * channels)
            {
                V first = L.Load(slope), second = L.Load(slope + channels);
                a = L.MultiplyAdd(first, one, a);
                b = L.MultiplyAdd(second, one, b);
                ax = L.MultiplyAdd(first, L.MultiplyAdd(centre, minus, L.Load(at)), ax);
                bx = L.MultiplyAdd(second, L.MultiplyAdd(centre, minus, L.Load(at + channels)), bx);
            }
            if (row < rows)
            {
                a = L.MultiplyAdd(L.Load(slope), one, a);
                ax = L.MultiplyAdd(L.Load(slope), L.MultiplyAdd(centre, minus, L.Load(at)), ax);
            }
            L.Store(L.MultiplyAdd(b, one, a), sums + channel);
            L.Store(L.MultiplyAdd(bx, one, ax), products + channel);
        }
        return channel;
    }

    private static V Square<L, V>(V value, V sum)
        where L : IUpdateLanes<V>
        where V : struct =>
        L.MultiplyAdd(value, value, sum);

    private static V All<L, V>(V a, V b, V c, V d)
        where L : IUpdateLanes<V>
        where V : struct
    {
        var one = L.All(1);
        return L.MultiplyAdd(L.MultiplyAdd(a, one, b), one, L.MultiplyAdd(c, one, d));
    }
}
