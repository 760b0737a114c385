namespace Hillock.Training;

/// <summary>Which channels of a convolution see which: those of a group see only those of the same group.</summary>
/// <remarks>
/// Groups are convolutions of their own, one after the other, on a copy of their channels. Where every channel is a group by itself
/// (depthwise) that would be slow: all channels are then taken side by side, as many as a register holds.
/// </remarks>
internal sealed class Grouping
{
    /// <summary>Groups of channels.</summary>
    /// <param name="layer">The layer's name, for messages.</param>
    /// <param name="inputs">Channels that come in.</param>
    /// <param name="outputs">Channels that go out.</param>
    /// <param name="groups">How many groups.</param>
    /// <exception cref="HillockException">The channels cannot be divided so.</exception>
    public Grouping(string layer, int inputs, int outputs, int groups)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(outputs, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(groups, 1);
        if (inputs % groups != 0 || outputs % groups != 0)
        {
            throw new HillockException(
                $"{layer}: {groups} groups do not divide {inputs} channels that come in and {outputs} that go out; write a common divisor of both");
        }
        (Inputs, Outputs, Fan) = (inputs, outputs, inputs / groups);
        PerChannel = groups > 1 && groups == inputs && groups == outputs;
        Count = PerChannel ? 1 : groups;
        (Input, Output) = PerChannel ? (Side.OfAll(inputs), Side.OfAll(outputs)) : (Side.OfGroup(inputs / groups), Side.OfGroup(outputs / groups));
    }

    /// <summary>Channels that come in, and that go out.</summary>
    public int Inputs { get; }

    /// <inheritdoc cref="Inputs"/>
    public int Outputs { get; }

    /// <summary>Channels that an output sees.</summary>
    public int Fan { get; }

    /// <summary>Whether every channel has a sum of its own.</summary>
    public bool PerChannel { get; }

    /// <summary>How many convolutions are computed one after the other.</summary>
    public int Count { get; }

    /// <summary>The channels of one of them that come in, and that go out.</summary>
    public Side Input { get; }

    /// <inheritdoc cref="Input"/>
    public Side Output { get; }

    /// <summary>Channels of a position, as one convolution takes them.</summary>
    /// <param name="Channels">How many there are.</param>
    /// <param name="Pitch">Numbers from one position to the next in a copy.</param>
    /// <param name="Terms">Terms that a position adds to a sum.</param>
    internal readonly record struct Side(int Channels, int Pitch, int Terms)
    {
        public static Side OfGroup(int channels) => new(channels, channels, channels);

        public static Side OfAll(int channels) => new(channels, WalkProduct.Filled(channels), 1);

        /// <summary>The way through so many lines of so many positions, of which each line has a pitch.</summary>
        /// <param name="lines">Lines.</param>
        /// <param name="positions">Positions in a line that the way goes through.</param>
        /// <param name="length">Positions in a whole line.</param>
        public Walk Along(int lines, int positions, int length) =>
            new(lines, (nint)length * Pitch, positions * Terms, Terms == Channels ? 1 : Pitch, Terms != Channels);
    }
}
