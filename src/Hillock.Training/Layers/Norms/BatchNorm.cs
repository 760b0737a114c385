namespace Hillock.Training;

/// <summary>Batch normalisation: mean and variance of a channel over all samples and positions of the batch.</summary>
/// <remarks>
/// Ioffe and Szegedy 2015, arXiv:1502.03167. Evaluation takes running means and variances instead, which each step of training moves by
/// <see cref="Momentum"/> towards those of its batch; the running variance is the unbiased one, as PyTorch's. A batch of a single number
/// for a channel has variance 0 and puts out the shift.
/// </remarks>
public sealed unsafe class BatchNorm : Normalization
{
    /// <summary>How far the running statistics move in a step.</summary>
    public const double Momentum = 0.1;

    private readonly Action<int, int> _moments, _apply, _products, _back;
    private readonly RunningStatistic _mean, _variance;
    private readonly Tensor _centres, _scales, _slopes, _shifts;
    private readonly double[] _means, _variances, _inverses;
    private readonly int _blockRows;
    private Tensor _partial;
    private bool _training;

    /// <summary>A layer that changes no shape.</summary>
    /// <param name="name">The layer's name within its network.</param>
    /// <param name="shape">The shape of a sample.</param>
    /// <param name="activation">What is applied to the outcome; <c>null</c> for nothing.</param>
    public BatchNorm(string name, SampleShape shape, Activation? activation = null)
        : base(name, shape, activation, shifts: true)
    {
        var channels = shape.Channels;
        (_centres, _scales, _slopes, _shifts) = (new(channels), new(channels), new(channels), new(channels));
        (_means, _variances, _inverses) = (new double[channels], new double[channels], new double[channels]);
        _blockRows = ChannelSums.BlockRows(channels);
        _partial = new(0, 2 * channels);
        (_mean, _variance) = (new($"{name}.mean", new(channels)), new($"{name}.variance", new(channels)));
        (_moments, _apply, _products, _back) = (Moments, Apply, Products, Back);
        Statistics = [_mean, _variance];
        Reset();
    }

    /// <inheritdoc/>
    public override IReadOnlyList<RunningStatistic> Statistics { get; }

    /// <inheritdoc/>
    public override void Initialize(Initializer initializer, Activation? before, Draws draws)
    {
        base.Initialize(initializer, before, draws);
        Reset();
    }

    private int Rows => InputsByPosition.Rows;

    private int Channels => Input.Channels;

    private protected override int Blocks => (Rows + _blockRows - 1) / _blockRows;

    private protected override void Normalize(in Pass pass)
    {
        _training = pass.IsTraining;
        _partial = Blocks > _partial.Rows ? new(Blocks, 2 * Channels) : _partial;
        if (_training)
        {
            pass.Crew.Run(_moments, Work);
            Collect();
        }
        for (var c = 0; c < Channels; c++)
        {
            var (mean, variance) = _training ? (_means[c], _variances[c]) : (_mean.Value.Values[c], _variance.Value.Values[c]);
            _centres.Values[c] = (float)mean;
            _inverses[c] = 1 / Math.Sqrt(variance + Epsilon);
            _scales.Values[c] = (float)(Scale.Value.Values[c] * _inverses[c]);
        }
        pass.Crew.Run(_apply, Work);
    }

    private protected override void Differentiate(Crew crew)
    {
        crew.Run(_products, Work);
        var sums = Shift!.Gradient.Values;
        var products = Scale.Gradient.Values;
        for (var c = 0; c < Channels; c++)
        {
            double sum = 0, product = 0;
            for (var block = 0; block < Blocks; block++)
            {
                sum += _partial.Row(block)[c];
                product += _partial.Row(block)[Channels + c];
            }
            sums[c] = (float)sum;
            products[c] = (float)(product * _inverses[c]);
            var share = _training ? Scale.Value.Values[c] * _inverses[c] / Rows : 0;
            _slopes.Values[c] = (float)(-share * product * _inverses[c] * _inverses[c]);
            _shifts.Values[c] = (float)(-share * sum);
        }
        if (InputGradients is not null)
        {
            crew.Run(_back, Work);
        }
    }

    /// <summary>From the blocks' moments those of the batch, and the running ones (Chan, Golub and LeVeque 1979).</summary>
    private void Collect()
    {
        Array.Clear(_means);
        Array.Clear(_variances);
        for (var block = 0; block < Blocks; block++)
        {
            var means = _partial.Row(block);
            var share = (double)RowsOf(block) / Rows;
            for (var c = 0; c < Channels; c++)
            {
                _means[c] += share * means[c];
            }
        }
        for (var block = 0; block < Blocks; block++)
        {
            var moments = _partial.Row(block);
            var rows = RowsOf(block);
            for (var c = 0; c < Channels; c++)
            {
                var distance = moments[c] - _means[c];
                _variances[c] += (moments[Channels + c] + (rows * distance * distance)) / Rows;
            }
        }
        var unbiased = (double)Rows / Math.Max(1, Rows - 1);
        for (var c = 0; c < Channels; c++)
        {
            Move(ref _mean.Value.Values[c], _means[c]);
            Move(ref _variance.Value.Values[c], unbiased * _variances[c]);
        }
    }

    private void Reset()
    {
        _mean.Value.Values.Clear();
        _variance.Value.Values.Fill(1);
    }

    private static void Move(ref float running, double present) => running = (float)(running + (Momentum * (present - running)));

    private int RowsOf(int block) => Math.Min(_blockRows, Rows - (block * _blockRows));

    private Range RangeOf(int block) => (block * _blockRows)..((block * _blockRows) + RowsOf(block));

    private void Moments(int part, int parts)
    {
        var (block, count) = Share.Of(Blocks, part, parts, 1).GetOffsetAndLength(Blocks);
        for (var end = block + count; block < end; block++)
        {
            var sums = _partial.Pointer + ((long)block * 2 * Channels);
            ChannelSums.Moments(At(InputsByPosition, block), RowsOf(block), Channels, sums, sums + Channels);
        }
        GC.KeepAlive(this);
    }

    private void Apply(int part, int parts)
    {
        var (block, count) = Share.Of(Blocks, part, parts, 1).GetOffsetAndLength(Blocks);
        for (var end = block + count; block < end; block++)
        {
            ChannelMaps.Apply(
                At(InputsByPosition, block), RowsOf(block), Channels, _centres.Pointer, _scales.Pointer, Shift!.Value.Pointer, At(Normalized, block));
            Activate(RangeOf(block));
        }
        GC.KeepAlive(this);
    }

    private void Products(int part, int parts)
    {
        var (block, count) = Share.Of(Blocks, part, parts, 1).GetOffsetAndLength(Blocks);
        for (var end = block + count; block < end; block++)
        {
            var sums = _partial.Pointer + ((long)block * 2 * Channels);
            Slope(RangeOf(block), block);
            ChannelSums.Products(
                At(InputsByPosition, block), At(GradientsByPosition, block), RowsOf(block), Channels, _centres.Pointer, sums, sums + Channels);
        }
        GC.KeepAlive(this);
    }

    private void Back(int part, int parts)
    {
        var (block, count) = Share.Of(Blocks, part, parts, 1).GetOffsetAndLength(Blocks);
        for (var end = block + count; block < end; block++)
        {
            ChannelMaps.Apply(
                At(InputsByPosition, block),
                At(GradientsByPosition, block),
                RowsOf(block),
                Channels,
                _centres.Pointer,
                _scales.Pointer,
                _slopes.Pointer,
                _shifts.Pointer,
                At(InputGradients!, block));
        }
        GC.KeepAlive(this);
    }

    private float* At(Tensor byPosition, int block) => byPosition.Pointer + ((long)block * _blockRows * Channels);
}
