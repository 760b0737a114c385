using System.Globalization;

namespace Hillock.Web;

/// <summary>Something to move in a lesson: what is moved, and what is seen then.</summary>
/// <param name="Name">Its name in texts and addresses.</param>
/// <param name="Label">What it is, for those who do not see it.</param>
/// <param name="Controls">What is moved.</param>
/// <param name="Draw">What is seen then. Small enough to answer while somebody moves.</param>
internal sealed record Move(string Name, string Label, IReadOnlyList<Control> Controls, Func<Moved, CancellationToken, Picture> Draw)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Move> All { get; } =
    [
        Moves.Nonlinearity.Move, Moves.Depth.Move, Moves.Dying.Move, Moves.Shift.Move, Moves.Temperature.Move,
        Moves.OutputLayer.Move, Moves.Choosing.Move, Moves.Bends.Move, Moves.Memory.Move, Moves.Own.Move,
    ];
}

/// <summary>Where the controls of a move stand.</summary>
internal sealed class Moved
{
    private readonly Dictionary<string, string> _values;

    /// <summary>Reads them; a control that is not named stands where it began.</summary>
    /// <exception cref="HillockException">A value cannot be.</exception>
    public Moved(Move move, Func<string, string?> given)
    {
        _values = move.Controls.ToDictionary(control => control.Name, control => given(control.Name) ?? control.Initial);
        foreach (var control in move.Controls)
        {
            control.Check(_values[control.Name]);
        }
    }

    /// <summary>A text.</summary>
    public string this[string name] => _values[name];

    /// <summary>A number.</summary>
    public double Number(string name) => double.Parse(_values[name], NumberStyles.Float, CultureInfo.InvariantCulture);

    /// <summary>A whole number.</summary>
    public int Whole(string name) => (int)Math.Round(Number(name));

    /// <summary>10 to the number.</summary>
    public double Power(string name) => Math.Pow(10, Number(name));

    /// <summary>An activation.</summary>
    public Activation Activation(string name) => Catalog.Parse(_values[name]);

    /// <summary>All of them, to be known by.</summary>
    public string Key => string.Join('\n', _values.Select(pair => $"{pair.Key}={pair.Value}"));
}
