namespace Hillock;

/// <summary>
/// The user's input is wrong: a formula, a file, an option. The message is one line that says what, where, and what would be right.
/// </summary>
/// <remarks>Mistakes in a program's own calls are <see cref="ArgumentException"/>s as everywhere in .NET.</remarks>
public sealed class HillockException : Exception
{
    /// <summary>An error without a message.</summary>
    public HillockException()
    {
    }

    /// <summary>An error with its line for the user.</summary>
    public HillockException(string message)
        : base(message)
    {
    }

    /// <summary>An error with its line for the user and what was thrown beneath.</summary>
    public HillockException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
