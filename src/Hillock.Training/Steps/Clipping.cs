namespace Hillock.Training;

/// <summary>A bound for the gradients of a step.</summary>
public abstract record Clipping
{
    private Clipping(double most)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(most);
        if (!double.IsFinite(most))
        {
            throw new ArgumentOutOfRangeException(nameof(most), most, "A bound is a positive finite number.");
        }
        Most = most;
    }

    /// <summary>The bound.</summary>
    public double Most { get; }

    /// <summary>All gradients together, seen as one vector, are scaled down to this length where they are longer.</summary>
    /// <remarks>Pascanu, Mikolov and Bengio 2012, arXiv:1211.5063: the direction stays.</remarks>
    /// <param name="most">The greatest Euclidean norm.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is not a positive finite number.</exception>
    public static Clipping ByNorm(double most) => new Norm(most);

    /// <summary>Every number of a gradient is brought between −<paramref name="most"/> and <paramref name="most"/>.</summary>
    /// <param name="most">The greatest magnitude.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is not a positive finite number.</exception>
    public static Clipping ByValue(double most) => new Value(most);

    internal abstract void Apply(AllGradients gradients);

    private sealed record Norm(double Greatest) : Clipping(Greatest)
    {
        internal override void Apply(AllGradients gradients)
        {
            var norm = gradients.Norm();
            if (norm > Most)
            {
                gradients.Scale(Most / norm);
            }
        }
    }

    private sealed record Value(double Greatest) : Clipping(Greatest)
    {
        internal override void Apply(AllGradients gradients) => gradients.Clamp(Most);
    }
}
