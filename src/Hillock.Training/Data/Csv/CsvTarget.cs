using System.Globalization;

namespace Hillock.Training;

/// <summary>What a column asks to be predicted.</summary>
internal sealed record CsvTarget(LearningTask Task, float[] Values, IReadOnlyList<string> Classes)
{
    /// <summary>The most classes there may be.</summary>
    public const int MostClasses = 1000;

    private const int MostGuessedClasses = 20;
    // Beyond 2²⁴ neighbouring whole numbers are the same in single precision: classes would run together.
    private const float LargestLabel = 1 << 24;

    /// <summary>The target of a column, of the task told, or of the task its values suggest.</summary>
    /// <exception cref="HillockException">The values do not suit the task, or are all the same.</exception>
    public static CsvTarget Of(CsvColumn column, LearningTask? told)
    {
        if (column is CsvTexts texts)
            return told == LearningTask.Regression
                ? throw Wrong(
                    column, $"texts such as {Shown.Quoted(texts.Sorted()[0])} cannot be the target of a regression; numbers are wanted")
                : OfClasses(column, told, texts.Indices(), texts.Sorted());
        float[] values = [.. ((CsvNumbers)column).Values];
        float[] labels = [.. values.Distinct().Order()];
        bool whole = labels.All(label => label == MathF.Floor(label));
        if (labels.Length < 2)
            throw Wrong(column, $"all values are {Label(labels[0])}: there is nothing to predict; at least 2 different ones are wanted");
        if (told == LearningTask.Regression || (told is null && (!whole || labels.Length > MostGuessedClasses)))
            return new(LearningTask.Regression, values, []);
        if (!whole || labels.Length > MostClasses || labels[^1] > LargestLabel || labels[0] < -LargestLabel)
            throw Wrong(column,
                $"{labels.Length} different numbers from {Label(labels[0])} to {Label(labels[^1])} are no classes; " +
                $"at most {MostClasses} whole numbers up to {Label(LargestLabel)} are");
        float[] indices = Array.ConvertAll(values, value => (float)Array.BinarySearch(labels, value));
        return OfClasses(column, told, indices, Array.ConvertAll(labels, Label));
    }

    private static CsvTarget OfClasses(CsvColumn column, LearningTask? told, float[] indices, string[] classes)
    {
        if (classes.Length < 2)
            throw Wrong(column, $"every row is of the class {Shown.Quoted(classes[0])}: at least 2 classes are wanted");
        if (told == LearningTask.Binary && classes.Length > 2)
            throw Wrong(column, $"{classes.Length} classes are no binary task; 2 are wanted");
        return new(told ?? (classes.Length == 2 ? LearningTask.Binary : LearningTask.Classes), indices, classes);
    }

    private static string Label(float value) => value.ToString(CultureInfo.InvariantCulture);

    private static HillockException Wrong(CsvColumn column, string problem) =>
        new($"{column.Place.File}: column {column.Place}: {problem}");
}
