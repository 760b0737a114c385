namespace Hillock.Training;

/// <summary>Rows of a CSV file in the order of time, seen through a window: so many rows, the next target asked for.</summary>
internal static class CsvWindows
{
    /// <summary>A sequence of all numbers of each row, the target's own past among them.</summary>
    /// <param name="name">The name for tables and messages.</param>
    /// <param name="task">What the target is.</param>
    /// <param name="past">For each row of the file, in their order, the values that the window shows.</param>
    /// <param name="names">What they are.</param>
    /// <param name="targets">For each row of the file its target.</param>
    /// <param name="classes">The names of the target's classes.</param>
    /// <param name="steps">Rows in a window.</param>
    /// <exception cref="HillockException">There are too few rows, or too many values.</exception>
    public static Dataset Of(
        string name, LearningTask task, float[] past, IReadOnlyList<string> names, float[] targets, IReadOnlyList<string> classes, int steps)
    {
        int width = names.Count, windows = targets.Length - steps;
        if (windows < 2)
            throw new HillockException(
                $"{name}: {targets.Length} rows have fewer than 2 windows of {steps} rows with a row after them; a shorter --window is wanted");
        if ((long)windows * steps * width > Dataset.MostValues)
            throw new HillockException(
                $"{name}: {windows} windows of {steps} rows of {width} values are more than {Dataset.MostValues} values; " +
                $"a shorter --window is wanted");
        float[] inputs = new float[windows * steps * width];
        for (int i = 0; i < windows; i++)
            past.AsSpan(i * width, steps * width).CopyTo(inputs.AsSpan(i * steps * width));
        return new(
            name, task, inputs, targets[steps..],
            [.. Enumerable.Range(0, steps).SelectMany(step => names.Select(column => $"{column} {step - steps}"))], classes)
        {
            Shape = [steps, width],
        };
    }
}
