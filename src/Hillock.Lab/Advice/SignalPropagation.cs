namespace Hillock.Lab;

/// <summary>What theory says of signals and gradients in a plain stack of dense layers of one width, before the first step of training.</summary>
/// <remarks>
/// Mean-field theory, exact for infinite width (<see cref="VarianceMap"/>). Inputs are standardised data. Shortcuts, gates and shared weights of
/// recurrent layers are not in it.
/// </remarks>
public sealed record SignalPropagation
{
    // What changes by less a layer stays; what is greater is as good as infinite, and quadrature can still do with it.
    private const double Staying = 1e-12, Exploded = 1e60;

    // So near to 1, χ₁ is 1 but for rounding.
    private const double Rounding = 1e-8;

    // Of the rules for first weights that are looked at, only the chosen one is asked.
    private Lazy<double> _settled = new(double.NaN);

    private SignalPropagation()
    {
    }

    /// <summary>f, and what the layers' weights do.</summary>
    public required VarianceMap Map { get; init; }

    /// <summary>The second moment of each layer's pre-activations, the first layer's first.</summary>
    public required IReadOnlyList<double> Variances { get; init; }

    /// <summary>χ₁ of each layer.</summary>
    public required IReadOnlyList<double> Chis { get; init; }

    /// <summary>The norm of each layer's gradients ∂loss/∂z as a share of the last layer's.</summary>
    public required IReadOnlyList<double> Gradients { get; init; }

    /// <summary>Where the signal settles: 0 where it vanishes, ∞ where it grows without end.</summary>
    public double Settled => _settled.Value;

    /// <summary>Hidden layers.</summary>
    public int Depth => Variances.Count;

    /// <summary>The norm of the first layer's gradients as a share of the last layer's.</summary>
    public double GradientRatio => Gradients[0];

    /// <summary>χ₁ where the signal settles; NaN where it grows without end.</summary>
    public double SettledChi => double.IsFinite(Settled) ? Map.Chi(Settled) : double.NaN;

    /// <summary>ξ: after how many layers gradients have changed by a factor of e where the signal has settled; negative where they grow, ∞ where they stay.</summary>
    public double DepthScale => Math.Abs(SettledChi - 1) < Rounding ? double.PositiveInfinity : Propagation.Depth(SettledChi);

    /// <summary>What a small deviation of the signal's size is multiplied by in the last layer; above 1 the size is not stable.</summary>
    public double Stability => Map.Stability(Variances[^1]);

    /// <summary>The propagation of a function.</summary>
    /// <param name="f">The activation of all layers.</param>
    /// <param name="initializer">The rule for first weights.</param>
    /// <param name="depth">Hidden layers, at least one.</param>
    /// <param name="normalization">What is normalised before each activation; nothing unless told.</param>
    public static SignalPropagation Of(Activation f, Initializer initializer, int depth, NormalizationKind? normalization = null)
    {
        ArgumentNullException.ThrowIfNull(initializer);
        ArgumentOutOfRangeException.ThrowIfLessThan(depth, 1);
        // Fan-in and fan-out are the same in a stack of one width, so any will do.
        Gain GainOf(Activation? before) => initializer.GainFor(1, 1, before);
        var holds = normalization?.Holds;
        var map = new VarianceMap(f, holds?.Invoke(f) ?? GainOf(f));
        var first = holds is null ? GainOf(null).Factor : 1;
        var (variances, chis, gradients) = (new double[depth], new double[depth], new double[depth]);
        variances[0] = first * first;
        for (var layer = 0; layer < depth; layer++)
        {
            var (next, chi) = map.After(variances[layer]);
            chis[layer] = chi;
            // What stays is held where it is: where it is not stable, the last bit of a quadrature would move it.
            if (holds is not null || Math.Abs(next - variances[layer]) <= Staying * next)
            {
                variances.AsSpan(layer).Fill(variances[layer]);
                chis.AsSpan(layer).Fill(chi);
                break;
            }
            if (layer + 1 < depth)
            {
                variances[layer + 1] = next < Exploded ? next : Exploded;
            }
        }
        gradients[^1] = 1;
        for (var layer = depth - 2; layer >= 0; layer--)
        {
            gradients[layer] = gradients[layer + 1] * Math.Sqrt(chis[layer]);
        }
        return new()
        {
            Map = map, Variances = variances, Chis = chis, Gradients = gradients, _settled = new(() => holds is null ? map.Settles(variances[^1]) : 1),
        };
    }
}
