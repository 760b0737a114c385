namespace Hillock.Training;

/// <summary>Losses that are a mean of ℓ(zᵢ, tᵢ) over all logits. ℓ is written once, over any algebra: its slope is the gradient.</summary>
internal static class Pointwise
{
    /// <summary>Logits at a time: what is computed of them stays in the first cache.</summary>
    private const int Block = 1024;

    /// <summary>The mean, and its gradient where that is wanted.</summary>
    /// <param name="loss">ℓ, a function of the logit with the target as its parameter.</param>
    /// <param name="logits">Samples × outputs.</param>
    /// <param name="targets">Of the same shape.</param>
    /// <param name="gradients">Of the same shape, or <c>null</c>.</param>
    public static double Mean<F>(F loss, Tensor logits, Tensor targets, Tensor? gradients)
        where F : struct, IVariable
    {
        Span<float> values = stackalloc float[Block], share = stackalloc float[Block];
        share.Fill(1f / logits.Length);
        var sum = 0.0;
        for (var start = 0; start < logits.Length; start += Block)
        {
            var length = Math.Min(Block, logits.Length - start);
            Span<float> z = logits.Values.Slice(start, length), t = targets.Values.Slice(start, length);
            loss.Forward(z, t, values[..length]);
            sum += Sums.Of(values[..length]);
            if (gradients is not null)
            {
                loss.Backward(z, t, share[..length], gradients.Values.Slice(start, length));
            }
        }
        return sum / logits.Length;
    }
}
