namespace Hillock.Lab;

/// <summary>Where the network shall run.</summary>
/// <param name="Name">As typed after <c>--device</c>.</param>
/// <param name="Dearness">How much it speaks against a function that it needs exponentials and the like, in points for each.</param>
public sealed record DeviceKind(string Name, double Dearness)
{
    /// <summary>All of them. On a GPU an elementwise function waits for memory, whatever it computes; a phone's integer units have no exponential.</summary>
    public static IReadOnlyList<DeviceKind> All { get; } = [new("cpu", 0.1), new("gpu", 0), new("mobile", 1)];

    /// <summary>A phone or a small board.</summary>
    internal bool IsMobile => Dearness >= 1;

    /// <inheritdoc/>
    public override string ToString() => Name;
}
