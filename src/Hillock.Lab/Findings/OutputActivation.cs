namespace Hillock.Lab;

/// <summary>A function of the outputs, where the loss wants logits.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Low">The least that it puts out.</param>
/// <param name="High">The greatest.</param>
/// <param name="IsOfRows">Whether it is a function of all outputs together, such as softmax.</param>
public sealed record OutputActivation(string Name, double Low, double High, bool IsOfRows)
{
    /// <summary>What the last layer applies; <c>null</c> if it puts out logits as they should be.</summary>
    internal static OutputActivation? Of(Layer last)
    {
        var end = last.WithParts().Last();
        if (end is RowApplied rows)
        {
            return new(rows.Function.Name, double.NegativeInfinity, double.PositiveInfinity, true);
        }
        if (end.Activation is not { } f)
        {
            return null;
        }
        var portrait = Portrait.Of(f);
        return new(f.Name, portrait.Low, portrait.High, false);
    }
}
