namespace Hillock.Lab;

/// <summary>Something that speaks for or against a function.</summary>
/// <param name="Points">How much, positive for it.</param>
/// <param name="Text">What, in a few words with figures.</param>
/// <param name="Source">Where that is written; empty for what is computed or read off the function itself.</param>
public sealed record Reason(double Points, string Text, string Source);
