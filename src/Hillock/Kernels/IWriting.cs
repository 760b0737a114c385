namespace Hillock;

/// <summary>How results are written.</summary>
internal interface IWriting
{
    /// <summary>Past the caches, to aligned memory that does not move; an ordinary store first reads the line it fills, half as much traffic again.</summary>
    static abstract bool IsAround { get; }
}

/// <summary>Through the caches.</summary>
internal readonly struct Through : IWriting
{
    public static bool IsAround => false;
}

/// <summary>Past the caches.</summary>
internal readonly struct Around : IWriting
{
    public static bool IsAround => true;
}
