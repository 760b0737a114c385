using System.Globalization;

namespace Hillock.Cli;

/// <summary>A kept experiment for other programs.</summary>
internal static class RunsExport
{
    private const string Csv = "csv", AsJson = "json", TensorBoard = "tensorboard";

    /// <summary>The formats.</summary>
    public static IReadOnlyList<string> Formats { get; } = [Csv, AsJson, TensorBoard];

    /// <summary>Writes it.</summary>
    /// <exception cref="HillockException">There is no such format, a folder is missing, or a file is broken.</exception>
    public static void Write(ExperimentFolder folder, string format, string? to, TextWriter writer)
    {
        if (format != TensorBoard && to is not null)
        {
            throw new HillockException($"--to goes with --format {TensorBoard}; {Shown.Plain(format)} is written to stdout.");
        }
        switch (format)
        {
            case Csv:
                WriteCsv(folder, writer);
                break;
            case AsJson:
                Json.Write(writer, RunsDocument.Of(folder, everything: true), JsonDocuments.Readable.RunsDocument);
                break;
            case TensorBoard:
                WriteEvents(folder, to ?? throw new HillockException($"--format {TensorBoard} needs --to FOLDER, the folder for its files."));
                break;
            default:
                throw new HillockException($"--format {Shown.Quoted(format)} is none of {string.Join(", ", Formats)}{Nearest.DidYouMean(format, Formats)}");
        }
    }

    private static void WriteCsv(ExperimentFolder folder, TextWriter writer)
    {
        writer.WriteLine("part,name,activation,learning_rate,seed,epoch,step,train_loss,test_loss,score,seconds");
        foreach (var (i, part) in folder.Parts().Index())
        {
            foreach (var run in part.Runs)
            {
                foreach (var epoch in run.Epochs())
                {
                    writer.WriteLine(string.Join(',', new object[]
                    {
                        i + 1, run.Recipe.Name, run.Recipe.Activation, run.Recipe.LearningRate, run.Seed, epoch.Epoch, epoch.Step,
                        epoch.TrainLoss, epoch.TestLoss, epoch.Score, epoch.Seconds,
                    }.Select(Cell)));
                }
            }
        }
    }

    /// <summary>RFC 4180: quotes around what has a comma or quotes, and quotes doubled.</summary>
    private static string Cell(object value)
    {
        var text = Convert.ToString(value, CultureInfo.InvariantCulture)!;
        return text.AsSpan().IndexOfAny(",\"\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private static void WriteEvents(ExperimentFolder folder, string to)
    {
        foreach (var (i, part) in folder.Parts().Index())
        {
            foreach (var run in part.Runs.Where(run => Directory.Exists(run.Path)))
            {
                run.WriteEvents(Path.Combine(to, folder.Id!, $"{i + 1}", Path.GetFileName(run.Path)));
            }
        }
    }
}
