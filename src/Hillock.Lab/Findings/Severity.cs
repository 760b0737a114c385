namespace Hillock.Lab;

/// <summary>How much a finding matters.</summary>
public enum Severity
{
    /// <summary>Worth knowing; healthy networks have such things too.</summary>
    Note,

    /// <summary>Something is lost by it.</summary>
    Warning,

    /// <summary>The network cannot learn, or hardly, while it is so.</summary>
    Critical,
}
