namespace Hillock.Training.Tests;

public sealed class DatasetsTests
{
    [Fact]
    public void A_built_in_name_opens_its_data_with_the_seed_rows_and_noise_told() =>
        Datasets.Open("Moons", new() { Seed = 5, Rows = 40, Noise = 0 }).Fingerprint()
            .ShouldBe(Datasets.BuiltIn.Single(data => data.Name == "moons").Generate(5, 40, 0).Fingerprint());

    [Theory]
    [InlineData("mons", "there are xor, moons, circles, spiral, blobs, sine, glyphs, adding, copy, grammar, picture, and files by their path; did you mean 'moons'?")]
    [InlineData("cirlces", "did you mean 'circles'?")]
    [InlineData("", "no data is named ''; there are xor, moons")]
    [InlineData("imagenet", "no data is named 'imagenet'; there are xor")]
    [InlineData("nowhere/iris.csv", "nowhere/iris.csv: no such file")]
    [InlineData("iris.csv", "iris.csv: no such file")]
    [InlineData("./moons", "./moons: no such file")]
    [InlineData("a\0.csv", "a·.csv: no such file")]
    public void What_is_no_name_and_no_file_gets_one_line(string name, string part) =>
        Should.Throw<HillockException>(() => Datasets.Open(name)).Message.ShouldContain(part);

    [Fact]
    public void A_missing_file_suggests_its_neighbour()
    {
        using var scratch = new Scratch();
        string path = scratch.Write("flowers.csv", "a");
        Should.Throw<HillockException>(() => Datasets.Open(path.Replace("flowers", "flower", StringComparison.Ordinal)))
            .Message.ShouldEndWith("no such file; did you mean 'flowers.csv'?");
    }

    [Theory]
    [InlineData("iris.csv", null, 150, 4, LearningTask.Classes, 3)]
    [InlineData("banknote_authentication.csv", null, 1372, 4, LearningTask.Binary, 2)]
    [InlineData("pima-indians-diabetes.csv", null, 768, 8, LearningTask.Binary, 2)]
    [InlineData("winequality-red.csv", null, 1599, 11, LearningTask.Classes, 6)]
    [InlineData("winequality-red.csv", LearningTask.Regression, 1599, 11, LearningTask.Regression, 0)]
    public void Real_tables_are_read_as_they_are_described(
        string file, LearningTask? told, int rows, int features, LearningTask task, int classes)
    {
        var data = Datasets.Open(SharedFolder.Path("data/tabular/" + file), new() { Task = told });
        (data.Rows, data.Features, data.Task, data.ClassNames.Count).ShouldBe((rows, features, task, classes));
    }

    [Fact]
    public void Iris_has_fifty_flowers_of_each_kind_and_the_first_is_as_Fisher_printed_it()
    {
        var iris = Datasets.Open(SharedFolder.Path("data/tabular/iris.csv"));
        iris.ClassNames.ShouldBe(["Iris-setosa", "Iris-versicolor", "Iris-virginica"]);
        iris.Row(0).ToArray().ShouldBe([5.1f, 3.5f, 1.4f, 0.2f]);
        iris.Targets.GroupBy(y => y).ShouldAllBe(kind => kind.Count() == 50);
    }

    [Fact]
    public void A_column_of_dates_is_named_in_the_refusal()
    {
        string path = SharedFolder.Path("data/tabular/daily-min-temperatures.csv");
        Should.Throw<HillockException>(() => Datasets.Open(path)).Message
            .ShouldContain("line 2, column 1 (Date): '1981-01-01' is a date");
    }

    [Fact]
    public void Mnist_s_test_images_are_read_from_their_folder()
    {
        var mnist = Datasets.Open(SharedFolder.Path("data/mnist"));
        (mnist.Rows, mnist.Features, mnist.Task, mnist.Image).ShouldBe((10_000, 784, LearningTask.Classes, new ImageSize(28, 28)));
        // The published counts of the digits 0 to 9 in the test set, and its first digits: 7, 2, 1, 0, 4.
        Enumerable.Range(0, 10).Select(digit => mnist.Targets.Count(y => y == digit)).ToArray()
            .ShouldBe([980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009]);
        mnist.Targets[..5].ShouldBe([7, 2, 1, 0, 4]);
        var (train, test) = mnist.Split(seed: 1, train: 8000, test: 2000).Standardize();
        (train.Rows, test.Rows).ShouldBe((8000, 2000));
        Scale.Of(train.Inputs).Mean.ShouldBe(0, 1e-6);
        Scale.Of(train.Inputs).Deviation.ShouldBe(1, 1e-6);
    }
}
