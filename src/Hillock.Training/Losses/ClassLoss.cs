namespace Hillock.Training;

/// <summary>A loss of samples that belong to one of several classes, or have one such class at each of several positions.</summary>
/// <remarks>
/// Logits are samples × (positions · classes), the classes of a position next to each other; targets are samples × positions and hold class
/// numbers from 0. One position is a class for the whole sample; as many as steps is next-token prediction.
/// </remarks>
public abstract class ClassLoss : Loss
{
    /// <inheritdoc/>
    public override int? Hits(Tensor logits, Tensor targets)
    {
        var classes = Classes(logits, targets, null);
        var hits = 0;
        for (var i = 0; i < targets.Length; i++)
        {
            var z = logits.Values.Slice(i * classes, classes);
            hits += Largest(z) is var best && best == (int)targets.Values[i] && !float.IsNaN(z[best]) ? 1 : 0;
        }
        return hits;
    }

    /// <summary>The number of classes, once everything has been found to fit.</summary>
    /// <exception cref="ArgumentException">The shapes do not fit, or a target is no class.</exception>
    private protected static int Classes(Tensor logits, Tensor targets, Tensor? gradients)
    {
        var positions = targets.Columns;
        if (positions > 1 && (logits.Columns % positions != 0 || logits.Columns == positions))
        {
            throw new ArgumentException(
                $"Targets are {targets}; logits of {logits} are no two or more classes at {positions} positions.", nameof(targets));
        }
        Check(logits, targets, gradients, Math.Max(1, positions));
        var classes = logits.Columns / positions;
        foreach (var target in targets.Values)
        {
            if (!(target >= 0 && target < classes && target == (int)target))
            {
                throw new ArgumentException($"{target} is not a class; classes are whole numbers from 0 to {classes - 1}.", nameof(targets));
            }
        }
        return classes;
    }

    /// <summary>Where the first of the largest stands, or a NaN if there is one.</summary>
    private static int Largest(ReadOnlySpan<float> z)
    {
        var best = 0;
        for (var j = 1; j < z.Length; j++)
        {
            if (!(z[j] <= z[best]) && !float.IsNaN(z[best]))
            {
                best = j;
            }
        }
        return best;
    }
}
