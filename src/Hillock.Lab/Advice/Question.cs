namespace Hillock.Lab;

/// <summary>A network that somebody is about to train.</summary>
public sealed record Question
{
    /// <summary>More layers, or wider ones, are no network of this library.</summary>
    public const int MostLayers = 1000, MostUnits = 8192;

    /// <summary>Those of a network of which nothing else is said.</summary>
    public const int UsualDepth = 2, UsualWidth = 64;

    /// <summary>What is to be predicted.</summary>
    public required TaskKind Task { get; init; }

    /// <summary>The kind of network.</summary>
    public required NetworkKind Network { get; init; }

    /// <summary>Hidden layers, or blocks.</summary>
    public required int Depth { get; init; }

    /// <summary>Units, channels or features of each.</summary>
    public required int Width { get; init; }

    /// <summary>What is normalised before each activation.</summary>
    public required NormalizationKind Normalization { get; init; }

    /// <summary>The number format.</summary>
    public required NumberPrecision Precision { get; init; }

    /// <summary>Where it shall run.</summary>
    public required DeviceKind Device { get; init; }

    /// <summary>The network as a plan, <c>{act}</c> where the activation stands.</summary>
    public string Plan => Network.Write(Depth, Width, Normalization);

    /// <summary>Whether every layer has to pass signals on, and nothing sets their size right again.</summary>
    public bool IsBare => Network.CarriedBy.Length == 0 && Normalization.Holds is null;

    /// <summary>A question in words as they are typed.</summary>
    /// <exception cref="HillockException">A name is not known, or two of them do not go together.</exception>
    public static Question Of(
        string task, string network, int depth, int width = UsualWidth, string? normalization = null, string precision = "float32", string device = "cpu")
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(depth, Math.Clamp(depth, 1, MostLayers));
        ArgumentOutOfRangeException.ThrowIfNotEqual(width, Math.Clamp(width, 1, MostUnits));
        var kind = NetworkKind.Named(network);
        return new()
        {
            Task = TaskKind.Named(task),
            Network = kind,
            Depth = depth,
            Width = width,
            Normalization = kind.Normalization(normalization),
            Precision = Named.Of(NumberPrecision.All, one => one.Name, "precision", precision),
            Device = Named.Of(DeviceKind.All, one => one.Name, "device", device),
        };
    }
}
