namespace Hillock.Lab;

/// <summary>Where a kept experiment comes from: what was typed, when, and on what.</summary>
/// <param name="Format">The version of the folder's layout.</param>
/// <param name="Command">The command: <c>compare</c>.</param>
/// <param name="Arguments">The options that say what the experiment is, each with its values.</param>
/// <param name="Folder">The folder in which it was typed, which relative paths of data start from.</param>
/// <param name="Begun">When it was begun.</param>
/// <param name="Machine">What it runs on.</param>
public sealed record Origin(
    int Format, string Command, IReadOnlyDictionary<string, IReadOnlyList<string>> Arguments, string Folder, DateTimeOffset Begun, Machine Machine)
{
    /// <summary>The version of the layout that is written.</summary>
    public const int PresentFormat = 1;

    /// <summary>A command typed now and here.</summary>
    public static Origin Here(string command, IReadOnlyDictionary<string, IReadOnlyList<string>> arguments) =>
        new(PresentFormat, command, arguments, Environment.CurrentDirectory, DateTimeOffset.Now, Machine.This);

    /// <summary>The command as it can be typed again.</summary>
    public string Typed() => AsTyped.Text([Command, .. Arguments.SelectMany(pair => pair.Value.Prepend(pair.Key))]);
}

/// <summary>How a kept experiment ended.</summary>
/// <param name="At">When.</param>
/// <param name="Failure">What was wrong; <c>null</c> if it came to its end.</param>
public sealed record Ending(DateTimeOffset At, string? Failure);
