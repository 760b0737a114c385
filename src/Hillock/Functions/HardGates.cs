using System.Runtime.CompilerServices;

namespace Hillock;

/// <summary>½x·min(max(x + 2, 0), 2): mish from a parabola.</summary>
/// <remarks>Misra 2020; timm has it, and it is the squared rectifying unit SqREU. Minimum −0.5 at −1.</remarks>
public readonly record struct HardMish : IActivation
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        x * (0.5 * T.Clamp(x + 2, 0, 2));
}
