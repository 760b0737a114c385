namespace Hillock;

/// <summary>How exact the elementary functions and the division of double lanes are.</summary>
internal interface IPrecision
{
    /// <summary>Whether they have all digits of a double, or a few more than a float.</summary>
    static abstract bool IsFull { get; }
}

/// <summary>All digits of a double: what float64 results are made of.</summary>
internal readonly struct Full : IPrecision
{
    public static bool IsFull => true;
}

/// <summary>Relative errors up to 2⁻³⁰, in half the time: for results that are rounded to float32.</summary>
internal readonly struct Short : IPrecision
{
    public static bool IsFull => false;
}
