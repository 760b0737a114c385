using System.Buffers;

namespace Hillock.Training;

/// <summary>The loss whose gradient is p − [j = t] for p = α-entmax(z): 0 once the target is ahead by a margin, where softmax never rests.</summary>
/// <remarks>
/// loss = mean over the targets of Σ pⱼ·(zⱼ − z_t) + H(p) with Tsallis' entropy H(p) = Σ pⱼ·(1 − pⱼ^(α−1)) / (α·(α − 1)). Martins and Astudillo 2016,
/// arXiv:1602.02068, for α = 2; Peters, Niculae and Martins 2019, arXiv:1905.05702.
/// </remarks>
public sealed class EntmaxLoss : ClassLoss
{
    private readonly RowActivation _chances;
    private readonly double _alpha;

    private EntmaxLoss(string chances, double alpha)
    {
        (Name, _alpha) = (chances, alpha);
        _chances = Catalog.ParseRows(chances);
    }

    /// <summary>The sparsemax loss, α = 2: the margin is 1.</summary>
    public static EntmaxLoss Sparsemax { get; } = new("sparsemax", 2);

    /// <summary>The 1.5-entmax loss: the margin is 2.</summary>
    public static EntmaxLoss Entmax15 { get; } = new("entmax15", 1.5);

    /// <inheritdoc/>
    public override string Name { get; }

    /// <inheritdoc/>
    public override double Compute(Tensor logits, Tensor targets, Tensor? gradients)
    {
        var classes = Classes(logits, targets, gradients);
        // In doubles, because the two terms of the loss nearly cancel.
        var rented = ArrayPool<double>.Shared.Rent(2 * logits.Length);
        Span<double> z = rented.AsSpan(0, logits.Length), p = rented.AsSpan(logits.Length, logits.Length);
        for (var i = 0; i < z.Length; i++)
        {
            z[i] = logits.Values[i];
        }
        _chances.Forward(z, classes, p);
        var sum = 0.0;
        for (var i = 0; i < targets.Length; i++)
        {
            Range row = (i * classes)..((i + 1) * classes);
            var target = (int)targets.Values[i];
            sum += Of(z[row], p[row], target);
            if (gradients is not null)
            {
                p[row][target] -= 1;
                Narrow(p[row], 1.0 / targets.Length, gradients.Values[row]);
            }
        }
        ArrayPool<double>.Shared.Return(rented);
        return sum / targets.Length;
    }

    private double Of(ReadOnlySpan<double> z, ReadOnlySpan<double> p, int target)
    {
        var sum = 0.0;
        for (var j = 0; j < p.Length; j++)
        {
            // Where p is 0, z may be −∞.
            if (p[j] != 0)
            {
                sum += p[j] * (z[j] - z[target] + ((1 - Math.Pow(p[j], _alpha - 1)) / (_alpha * (_alpha - 1))));
            }
        }
        return sum;
    }

    private static void Narrow(ReadOnlySpan<double> p, double share, Span<float> g)
    {
        for (var j = 0; j < p.Length; j++)
        {
            g[j] = (float)(p[j] * share);
        }
    }
}
