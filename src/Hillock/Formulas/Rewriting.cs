namespace Hillock;

/// <summary>A part of a formula that was rewritten so that it keeps its digits.</summary>
/// <param name="Name">What it is.</param>
/// <param name="From">As it was written.</param>
/// <param name="To">What is computed.</param>
/// <param name="Why">What was wrong.</param>
public sealed record Rewriting(string Name, string From, string To, string Why);
