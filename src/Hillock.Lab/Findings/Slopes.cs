namespace Hillock.Lab;

/// <summary>What the slope of an activation can do for training.</summary>
internal enum SlopeKind
{
    /// <summary>It depends on the input, or is trained.</summary>
    Various,

    /// <summary>It is the same everywhere, and not 0: a straight line.</summary>
    Same,

    /// <summary>It is 0 everywhere.</summary>
    None,
}

/// <summary>Slopes read off a function, so that they tell about one that a user made, too.</summary>
internal static class Slopes
{
    /// <summary>Both sides of 0, near and far, none of them a likely kink.</summary>
    private static readonly double[] _inputs = [.. Enumerable.Range(-200, 401).Select(i => (i / 20.0) + 0.0137)];

    /// <summary>What its slope is like; of what is trained as a whole nothing is known.</summary>
    public static SlopeKind KindOf(Activation? f)
    {
        if (f is null)
        {
            return SlopeKind.Various;
        }
        var slope = f.Slope(_inputs[0]);
        return _inputs.Any(x => f.Slope(x) != slope) ? SlopeKind.Various
            : slope == 0 ? SlopeKind.None
            : f.Trained is null ? SlopeKind.Same : SlopeKind.Various;
    }
}
