namespace Hillock.Training;

/// <summary>Group normalisation: mean and variance over all positions and the channels of a group, of each sample by itself.</summary>
/// <remarks>Wu and He 2018, arXiv:1803.08494. One group for each channel is instance normalisation (Ulyanov et al. 2016, arXiv:1607.08022).</remarks>
public sealed unsafe class GroupNorm : Normalization
{
    private readonly Action<int, int> _forward, _backward;
    private readonly Room _moments, _sums;
    private readonly int _blockRows;

    /// <summary>A layer that changes no shape.</summary>
    /// <param name="name">The layer's name within its network.</param>
    /// <param name="shape">The shape of a sample.</param>
    /// <param name="groups">How many groups of neighbouring channels there are.</param>
    /// <param name="activation">What is applied to the outcome; <c>null</c> for nothing.</param>
    /// <exception cref="HillockException">The channels cannot be divided so.</exception>
    public GroupNorm(string name, SampleShape shape, int groups, Activation? activation = null)
        : base(name, shape, activation, shifts: true)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(groups, 1);
        if (shape.Channels % groups != 0)
        {
            throw new HillockException(
                $"{name}: {shape.Channels} channels ({shape}) cannot be divided into {groups} groups; take a divisor of {shape.Channels}");
        }
        Groups = groups;
        _blockRows = ChannelSums.BlockRows(shape.Channels);
        _moments = NewRoom(2 * shape.Channels);
        _sums = NewRoom(2 * shape.Channels);
        (_forward, _backward) = (Forward, Backward);
    }

    /// <summary>How many groups of neighbouring channels there are.</summary>
    public int Groups { get; }

    private protected override int Blocks => Outputs.Rows;

    private int Positions => Input.Positions;

    private int Channels => Input.Channels;

    /// <summary>Channels of a group.</summary>
    private int Width => Channels / Groups;

    private protected override void Normalize(in Pass pass) => pass.Crew.Run(_forward, 2 * Work);

    private protected override void Differentiate(Crew crew)
    {
        crew.Run(_backward, 2 * Work);
        var sums = _sums.BySample.Matrix;
        ColumnSums.Compute(sums.Part(.., ..Channels), Shift!.Gradient.Pointer);
        ColumnSums.Compute(sums.Part(.., Channels..), Scale.Gradient.Pointer);
        GC.KeepAlive(this);
    }

    private void Forward(int part, int parts)
    {
        var scratch = Panel.Scratch(7 * Channels);
        var scales = scratch + (6 * Channels);
        var (sample, count) = Share.Of(Outputs.Rows, part, parts, 1).GetOffsetAndLength(Outputs.Rows);
        for (var end = sample + count; sample < end; sample++)
        {
            Moments(sample, scratch);
            var centres = Moment(sample);
            for (var c = 0; c < Channels; c++)
            {
                scales[c] = Scale.Value.Pointer[c] * centres[Channels + c];
            }
            ChannelMaps.Apply(At(InputsByPosition, sample), Positions, Channels, centres, scales, Shift!.Value.Pointer, At(Normalized, sample));
            Activate(RangeOf(sample));
        }
        GC.KeepAlive(this);
    }

    /// <summary>The mean of each channel's group and 1 / deviation, one for each channel.</summary>
    private void Moments(int sample, float* scratch)
    {
        var found = Moment(sample);
        double* first = (double*)scratch, second = first + Channels;
        float* means = scratch + (4 * Channels), squares = scratch + (5 * Channels);
        new Span<double>(first, Channels).Clear();
        new Span<double>(second, Channels).Clear();
        for (var row = 0; row < Positions; row += _blockRows)
        {
            var rows = Math.Min(_blockRows, Positions - row);
            ChannelSums.Moments(At(InputsByPosition, sample) + (row * Channels), rows, Channels, means, squares);
            for (var c = 0; c < Channels; c++)
            {
                // Of what came before and this block together (Chan, Golub and LeVeque 1979).
                var distance = means[c] - first[c];
                first[c] += distance * rows / (row + rows);
                second[c] += squares[c] + (distance * distance * row * rows / (row + rows));
            }
        }
        for (var group = 0; group < Channels; group += Width)
        {
            double mean = 0, square = 0;
            for (var c = group; c < group + Width; c++)
            {
                mean += first[c] / Width;
            }
            for (var c = group; c < group + Width; c++)
            {
                square += second[c] + (Positions * (first[c] - mean) * (first[c] - mean));
            }
            new Span<float>(found + group, Width).Fill((float)mean);
            new Span<float>(found + Channels + group, Width).Fill((float)(1 / Math.Sqrt((square / (Width * Positions)) + Epsilon)));
        }
    }

    private void Backward(int part, int parts)
    {
        var scratch = Panel.Scratch(9 * Channels);
        float* scales = scratch + (6 * Channels), slopes = scratch + (7 * Channels), shifts = scratch + (8 * Channels);
        var (sample, count) = Share.Of(Outputs.Rows, part, parts, 1).GetOffsetAndLength(Outputs.Rows);
        for (var end = sample + count; sample < end; sample++)
        {
            float* centres = Moment(sample), sums = _sums.BySample.Pointer + ((long)sample * 2 * Channels);
            Slope(RangeOf(sample), sample);
            Products(sample, sums, scratch);
            var inverse = centres + Channels;
            for (var group = 0; group < Channels; group += Width)
            {
                double sum = 0, product = 0, over = inverse[group], share = over / (Width * Positions);
                for (var c = group; c < group + Width; c++)
                {
                    sum += (double)Scale.Value.Pointer[c] * sums[c];
                    product += (double)Scale.Value.Pointer[c] * sums[Channels + c];
                }
                for (var c = group; c < group + Width; c++)
                {
                    sums[Channels + c] *= inverse[c];
                    scales[c] = Scale.Value.Pointer[c] * inverse[c];
                    slopes[c] = (float)(-share * over * over * product);
                    shifts[c] = (float)(-share * sum);
                }
            }
            if (InputGradients is { } dx)
            {
                ChannelMaps.Apply(
                    At(InputsByPosition, sample), At(GradientsByPosition, sample), Positions, Channels, centres, scales, slopes, shifts, At(dx, sample));
            }
        }
        GC.KeepAlive(this);
    }

    /// <summary>Σ g and Σ g·(x − mean) of each channel of a sample.</summary>
    private void Products(int sample, float* sums, float* scratch)
    {
        var all = (double*)scratch;
        var block = scratch + (4 * Channels);
        new Span<double>(all, 2 * Channels).Clear();
        for (var row = 0; row < Positions; row += _blockRows)
        {
            var (rows, skipped) = (Math.Min(_blockRows, Positions - row), row * Channels);
            ChannelSums.Products(
                At(InputsByPosition, sample) + skipped, At(GradientsByPosition, sample) + skipped, rows, Channels, Moment(sample), block, block + Channels);
            for (var c = 0; c < 2 * Channels; c++)
            {
                all[c] += block[c];
            }
        }
        for (var c = 0; c < 2 * Channels; c++)
        {
            sums[c] = (float)all[c];
        }
    }

    private Range RangeOf(int sample) => (sample * Positions)..((sample + 1) * Positions);

    private float* Moment(int sample) => _moments.BySample.Pointer + ((long)sample * 2 * Channels);

    private float* At(Tensor byPosition, int sample) => byPosition.Pointer + ((long)sample * Positions * Channels);
}
