namespace Hillock;

/// <summary>How a formula's kernels come about.</summary>
public enum FormulaCode
{
    /// <summary>Compiled where that is possible, otherwise interpreted.</summary>
    Best,

    /// <summary>A struct is made at run time and compiled like any other: as fast as a built-in function.</summary>
    Compiled,

    /// <summary>Read step by step for every vector: the same function, many times slower; the only way in native AOT.</summary>
    Interpreted,
}
