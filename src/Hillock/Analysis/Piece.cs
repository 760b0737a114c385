namespace Hillock;

/// <summary>Which way a function goes.</summary>
public enum Direction
{
    /// <summary>Its slope is 0.</summary>
    Constant,

    /// <summary>Its slope is positive, or nowhere negative.</summary>
    Rising,

    /// <summary>Its slope is negative, or nowhere positive.</summary>
    Falling,
}

/// <summary>Whether a function is its own mirror image.</summary>
public enum Parity
{
    /// <summary>It could not be decided.</summary>
    Open,

    /// <summary>Neither of both.</summary>
    Neither,

    /// <summary>f(−x) = −f(x).</summary>
    Odd,

    /// <summary>f(−x) = f(x).</summary>
    Even,
}

/// <summary>An interval on which a function goes one way.</summary>
/// <param name="From">Where it begins; −∞ for all that lies below.</param>
/// <param name="To">Where it ends; ∞ for all that lies above.</param>
/// <param name="Direction">Which way.</param>
public readonly record struct Piece(double From, double To, Direction Direction);

/// <summary>A local minimum or maximum.</summary>
/// <param name="X">Where.</param>
/// <param name="Value">The extreme value.</param>
/// <param name="IsMinimum">Whether it falls before and rises after.</param>
public readonly record struct Turn(Bracket X, Bracket Value, bool IsMinimum);
