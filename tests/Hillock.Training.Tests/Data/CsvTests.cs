using System.Text;

namespace Hillock.Training.Tests;

public sealed class CsvTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    private Dataset Read(string text, DataOptions? options = null) => Datasets.Open(_scratch.Write("data.csv", text), options);

    [Theory]
    [InlineData("a,b,y\n1,2,0.5\n3,4,1.5\n")]
    [InlineData("a;b;y\n1;2;0.5\n3;4;1.5\n")]
    [InlineData("a\tb\ty\n1\t2\t0.5\n3\t4\t1.5\n")]
    [InlineData("a,b,y\r\n1,2,0.5\r\n3,4,1.5\r\n")]
    [InlineData("a,b,y\n1,2,0.5\n3,4,1.5")]
    [InlineData("a,b,y\n1,2,0.5\n\n3,4,1.5\n\n\n")]
    [InlineData("\uFEFFa,b,y\n1,2,0.5\n3,4,1.5\n")]
    [InlineData("\"a\",\"b\",\"y\"\n\"1\",\"2\",\"0.5\"\n3,4,1.5\n")]
    [InlineData(" a , b , y \n 1 , +2, 5e-1\n3,4.0,1.5\n")]
    public void One_table_in_many_spellings(string text)
    {
        var data = Read(text);
        data.FeatureNames.ShouldBe(["a", "b"]);
        data.Inputs.ShouldBe([1, 2, 3, 4]);
        data.Targets.ShouldBe([0.5f, 1.5f]);
        data.Task.ShouldBe(LearningTask.Regression);
        data.ClassNames.ShouldBeEmpty();
        data.Name.ShouldBe("data");
    }

    [Fact]
    public void A_text_in_memory_is_read_as_a_file_is()
    {
        var data = Datasets.Csv("mine", Encoding.UTF8.GetBytes("a,b,y\n1,2,0.5\n3,4,1.5\n"));
        data.Name.ShouldBe("mine");
        data.Inputs.ShouldBe([1, 2, 3, 4]);
        data.Targets.ShouldBe([0.5f, 1.5f]);
        Should.Throw<HillockException>(() => Datasets.Csv("mine", Encoding.UTF8.GetBytes("a,b,y\n1,2,0.5\n3\n"))).Message.ShouldStartWith("mine: line 3:");
        Should.Throw<HillockException>(() => Datasets.Csv("mine", [])).Message.ShouldStartWith("mine: the file is empty");
    }

    [Fact]
    public void The_target_is_a_name_or_a_number_or_the_last_column()
    {
        const string Text = "a,b,c\n1,2,3.5\n4,5.5,6\n";
        Read(Text).Targets.ShouldBe([3.5f, 6]);
        Read(Text, new() { Target = "b", }).Targets.ShouldBe([2, 5.5f]);
        Read(Text, new() { Target = "B" }).Inputs.ShouldBe([1, 3.5f, 4, 6]);
        Read(Text, new() { Target = "1", Task = LearningTask.Regression }).Targets.ShouldBe([1, 4]);
        Read(Text, new() { Skip = ["1"] }).Inputs.ShouldBe([2, 5.5f]);
    }

    [Fact]
    public void Texts_become_classes_in_the_order_of_their_characters()
    {
        var data = Read("x,kind\n1,pear\n2,apple\n3,\"Fig, dried\"\n4,pear\n");
        data.Task.ShouldBe(LearningTask.Classes);
        data.ClassNames.ShouldBe(["Fig, dried", "apple", "pear"]);
        data.Targets.ShouldBe([2, 1, 0, 2]);
        data.Outputs.ShouldBe(3);
    }

    [Theory]
    [InlineData("0,1,1,0", LearningTask.Binary)]
    [InlineData("-5,7,7,7", LearningTask.Binary)]
    [InlineData("3,4,8,4", LearningTask.Classes)]
    [InlineData("3,4,8.5,4", LearningTask.Regression)]
    [InlineData("no,yes,yes,no", LearningTask.Binary)]
    [InlineData("0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19", LearningTask.Classes)] // 20 different ones.
    [InlineData("0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20", LearningTask.Regression)] // 21.
    public void The_values_of_the_target_suggest_the_task(string targets, LearningTask task)
    {
        string text = "x,y\n" + string.Concat(targets.Split(',').Select((y, i) => $"{i},{y}\n"));
        Read(text).Task.ShouldBe(task);
    }

    [Fact]
    public void The_task_told_goes_before_the_task_suggested()
    {
        const string Text = "x,y\n1,10\n2,2\n3,10\n4,3\n";
        Read(Text, new() { Task = LearningTask.Regression }).Targets.ShouldBe([10, 2, 10, 3]);
        Read(Text).Targets.ShouldBe([2, 0, 2, 1]);
        Read(Text).ClassNames.ShouldBe(["2", "3", "10"], "numbers are in the order of numbers");
        Read("x,y\n1,0\n2,1\n", new() { Task = LearningTask.Classes }).Outputs.ShouldBe(2);
    }

    [Fact]
    public void A_text_feature_becomes_one_feature_for_each_text()
    {
        var data = Read("colour,x,y\nred,1,0.5\nblue,2,1.5\nred,3,2.5\n");
        data.FeatureNames.ShouldBe(["colour=blue", "colour=red", "x"]);
        data.Inputs.ShouldBe([0, 1, 1, 1, 0, 2, 0, 1, 3]);
    }

    [Theory]
    [InlineData("1,2,a\n3,4,b\n", 2)] // A number in the first row: no header.
    [InlineData("x,y,kind\n1,2,a\n3,4,b\n", 2)]
    [InlineData("p,q,a\nr,q,b\np,s,a\n", 3)] // Only texts, which occur again below: no header.
    [InlineData("u,v,w\np,q,a\nr,q,b\n", 2)] // Only texts, the first ones never again: a header.
    public void A_header_is_told_from_data(string text, int rows) => Read(text).Rows.ShouldBe(rows);

    [Fact]
    public void Whether_there_is_a_header_can_be_told()
    {
        Read("u,v\na,p\nb,q\n", new() { Header = false }).Rows.ShouldBe(3);
        Read("1,2\n1,2.5\n3,4.5\n", new() { Header = true }).FeatureNames.ShouldBe(["1"]);
        Read("a:b:1\nb:c:2\n", new() { Separator = ':' }).Features.ShouldBe(4); // Two one-hot columns of two.
    }

    [Fact]
    public void Numbers_are_read_to_the_nearest_float() =>
        Read("a,b,y\n0.1,-3.4028235e38,1\n1e-45,16777217,2\n").Inputs.ShouldBe([0.1f, float.MinValue, float.Epsilon, 16777216]);

    public static TheoryData<string, string> BadFiles => new()
    {
        { "", "the file is empty" },
        { "\n\n \n", "only blank lines" },
        { "\uFEFF", "only blank lines" },
        { "a,b,y\n", "no row of data below the header" },
        { "a,b,y\n1,2,3\n", "one row of data below the header; at least 2 rows are wanted" },
        { "1,2,3\n", "one row of data; at least 2" },
        { "x\n1\n2\n", "line 1: one column only" },
        { "1 2 3\n4 5 6\n", "separated by" },
        { "a,b,y\n1,2,3\n1,2\n", "line 3: 2 fields where the first line has 3" },
        { "a,b,y\n1,2,3\n\n1,2,3,4\n", "line 4: 4 fields where the first line has 3" },
        { "a,petal,y\n1,2,3\n1,abc,3\n", "line 3, column 2 (petal): 'abc' is not a number" },
        { "1,2,3\n1,abc,3\n", "line 2, column 2: 'abc' is not a number" },
        { "a,b,y\n1,2,3\n1,,3\n", "line 3, column 2 (b): the value is missing; fill it in or leave the row out" },
        { "a,b,y\n1,2,3\n1,?,3\n", "line 3, column 2 (b): '?' marks a missing value" },
        { "a,b,y\n1,2,3\n1,nan,3\n", "line 3, column 2 (b): 'nan' marks a missing value" },
        { "a,b,y\n1,NA,3\n1,2,3\n", "line 2, column 2 (b): 'NA' marks a missing value" },
        { "a,b,y\n1,2,p\n1,2,\n", "line 3, column 3 (y): the value is missing" },
        { "a,b,y\n1,2,3\n1,1e39,3\n", "line 3, column 2 (b): '1e39' is beyond the numbers of single precision" },
        { "a,b,y\n1,2,3\n1,inf,3\n", "line 3, column 2 (b): 'inf' is not a number" },
        { "a,b,y\n1,2,3\n1,\"1,5\",3\n", "line 3, column 2 (b): '1,5' is not a number" },
        { "a;b;y\nu;1,5;3\nv;2,5;4\n", "line 2, column 2 (b): '1,5' is not a number; the decimal sign is a point" },
        {
            "day,y\n1981-01-01,20.7\n1981-01-02,17.9\n",
            "line 2, column 1 (day): '1981-01-01' is a date; turn dates into numbers, or leave the column out"
        },
        { "when,y\n31.12.1999 23:59,20.7\n1.1.2000 0:00,17.9\n", "column 1 (when): '31.12.1999 23:59' is a date" },
        { "a,b,y\n1,2,p\n3,4,p\n", "column 3 (y): every row is of the class 'p': at least 2 classes are wanted" },
        { "a,b,y\n1,2,5\n3,4,5\n", "column 3 (y): all values are 5: there is nothing to predict" },
        { "a,b,a\n1,2,5\n3,4,6\n", "columns 1 and 3 are both named 'a'" },
        { "a,b,y\n1,\"2,3\n4,5,6\n", "line 2" },
        { "a,b,y\n1,\"2\"x,3\n4,5,6\n", "quotes within it are doubled" },
        {
            "name,y\n" + string.Concat(Enumerable.Range(0, 21).Select(i => $"n{i},{i}\n")),
            "line 22, column 1 (name): 'n20' is the 21st different text"
        },
        { "x,y\n" + string.Concat(Enumerable.Range(0, 1001).Select(i => $"{i},n{i}\n")), "'n1000' is the 1001st different text" },
        { string.Join(',', Enumerable.Range(0, 10_001)) + "\n", "10001 columns; at most 10000 are read" },
        { "a,y\n" + new string('7', 1_048_577) + ",1\n", "line 2: 1048579 bytes long" },
        { "PK\u0003\u0004\0\0,,\n", "byte 4 is zero: not a text file" },
    };

    [Theory, MemberData(nameof(BadFiles), DisableDiscoveryEnumeration = true)]
    public void A_bad_file_gets_one_line_that_says_what_and_where(string text, string part) => Refused(() => Read(text), part);

    public static TheoryData<DataOptions, string> BadOptions => new()
    {
        { new() { Target = "petl" }, "'petl'; columns are named as in the header or numbered 1 to 3; did you mean 'petal'?" },
        { new() { Target = "4" }, "there is no column 4; columns are numbered 1 to 3" },
        { new() { Target = "0" }, "there is no column 0" },
        { new() { Target = "" }, "no column is named ''" },
        { new() { Target = "zzzz\u001b[31m\nzzzz" }, "no column is named 'zzzz·[31m·zzzz'" },
        { new() { Skip = ["kind"] }, "column 3 (kind) is the target and cannot be left out" },
        { new() { Skip = ["1", "petal"] }, "no column is left to predict the target from" },
        { new() { Task = LearningTask.Regression }, "texts such as 'p' cannot be the target of a regression" },
        { new() { Task = LearningTask.Binary }, "3 classes are no binary task; 2 are wanted" },
        { new() { Target = "petal", Task = LearningTask.Classes }, "3 different numbers from 1.5 to 3 are no classes" },
        { new() { Separator = '"' }, "separator '\"': a comma" },
    };

    [Theory, MemberData(nameof(BadOptions), DisableDiscoveryEnumeration = true)]
    public void A_wish_that_the_file_cannot_fulfil_gets_one_line(DataOptions options, string part) =>
        Refused(() => Read("sepal,petal,kind\n1,1.5,p\n2,2,q\n3,3,r\n", options), part);

    [Fact]
    public void Text_in_another_encoding_is_refused_with_the_line()
    {
        byte[] latin1 = Encoding.Latin1.GetBytes("a,y\n1,p\n2,größe\n");
        Refused(() => Datasets.Open(_scratch.Write("latin1.csv", latin1)), "line 3: not UTF-8 (byte 12)");
        byte[] utf16 = [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("a,y\n")];
        Refused(() => Datasets.Open(_scratch.Write("wide.csv", utf16)), "UTF-16");
    }

    private static void Refused(Func<Dataset> read, string part)
    {
        string message = Should.Throw<HillockException>(read).Message;
        message.ShouldContain(part);
        message.ShouldNotContain("\n");
    }
}
