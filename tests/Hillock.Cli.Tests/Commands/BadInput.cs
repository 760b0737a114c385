using System.IO.Compression;

namespace Hillock.Cli.Tests;

/// <summary>Whatever is wrong: exit code 2, nothing on stdout, one line on stderr that helps.</summary>
public sealed class BadInput
{
    /// <summary>Arguments, and what the line must say.</summary>
    public static TheoryData<string, string> Table => new()
    {
        { "compare --activations relu,gleu", "did you mean 'gelu'?" },
        { "show ''", "A function is missing" },
        { "show gelu --format pytroch", "did you mean 'pytorch'" },
        { "show gelu --format rust", "the formats are latex, mathml, csharp" },
        { "show softmax --format numpy", "works on whole rows" },
        { "show gelu --json --format numpy", "give one of the two" },
        { "compare --activations relu,softmax", "cannot stand between layers" },
        { "compare --activations relu,tanh,relu", "relu is there twice" },
        { "compare --activations relu,", "A function is missing" },
        { "compare --activations leaky_relu(beta=1)", "beta" },
        { "compare --data sprial", "did you mean 'spiral'?" },
        { "compare --data nowhere/iris.csv", "no such file" },
        { "compare --optimizer adm", "did you mean 'adam'?" },
        { "compare --init centered", "did you mean 'centred'?" },
        { "compare --init unit_varience", "did you mean 'unit_variance'?" },
        { "compare --schedule cosin", "did you mean 'cosine'?" },
        { "compare --schedule one_cycle", "there are linear, cosine, step, warm-up, one-cycle, constant" },
        { "compare --schedule linear,linear", "once is enough" },
        { "compare --micro-batch 0", "'0' is not a whole number from 1 to 65,536" },
        { "compare --micro-batch 64", "--micro-batch 64: a batch has only 32 samples" },
        { "diagnose --schedule linear,cosine", "diagnose looks at one network" },
        { "diagnose --micro-batch 9 --batch 8", "--micro-batch 9: a batch has only 8 samples" },
        { "compare --task regresion", "did you mean 'regression'?" },
        { "compare --task regression", "spiral is a task of the kind binary" },
        { "compare --hidden 0", "from 1 to 8192 units" },
        { "compare --hidden 64x", "from 1 to 8192 units" },
        { "compare --hidden 64x-3", "from 1 to 8192 units" },
        { "compare --hidden 99999999999", "from 1 to 8192 units" },
        { "compare --hidden 32^101", "at most 100 layers" },
        { "compare --hidden 32^60x32^60", "at most 100 layers" },
        { "compare --hidden 8192x8192", "more than 16,777,216 weights" },
        { "compare --network mlpp", "did you mean 'mlp'?" },
        { "compare --network dense_8", "neither a layer" },
        { "compare --network 'dense 8, relu'", "write {act} where it shall be" },
        { "compare --network 'dense 8 8, {act}'", "write dense UNITS" },
        { "compare --network mlp --hidden 8", "give one of them" },
        { "compare --window 3", "--window does not go with spiral" },
        { "compare --lr fast", "'fast' is not a number above 0" },
        { "compare --lr 0.1,0.1", "once is enough" },
        { "compare --depth 0", "from 1 to 1000" },
        { "compare --network cnn --data glyphs --depth 3", "has no hidden layers of one width" },
        { "compare --vary relu", "one parameter has a range" },
        { "compare --vary 'leaky_relu(alpha=0.3..0)'", "the range goes up" },
        { "compare --vary 'leaky_relu(alpha=0..1)' --activations relu", "give one of them" },
        { "compare --scale minmax", "there are standard, none" },
        { "compare --thresholds sagemakr", "did you mean 'sagemaker'?" },
        { "compare --report nowhere/r.html", "there is no folder" },
        { "serve --port 70000", "it goes from 0 to 65535" },
        { "serve --runs none", "give a folder" },
        { "serve --bind nowhere", "'nowhere' is no address" },
        { "serve --bind 192.168.1.20", "choose a token that lets in with --token" },
        { "serve --bind 0.0.0.0 --token long-enough-token", "stands for every address" },
        { "serve --bind 192.168.1.20 --token secret", "take 12 or more" },
        { "diagnose --lr 0.1,0.2", "diagnose looks at one network" },
        { "diagnose --activation gleu", "did you mean 'gelu'?" },
        { "compare --words", "--words does not go with spiral" },
        { "compare --lr nan", "'nan' is not a number above 0" },
        { "compare --lr 0", "'0' is not a number above 0" },
        { "compare --lr -1", "'-1' is not a number above 0" },
        { "compare --lr inf", "'inf' is not a number above 0" },
        { "compare --lr 1e9", "at most 1000" },
        { "compare --epochs 0", "'0' is not a whole number from 1 to 100,000" },
        { "compare --epochs many", "'many' is not a whole number from 1 to 100,000" },
        { "compare --epochs 100000 --seeds 1000", "10,000,000" },
        { "compare --seeds 0", "'0' is not a whole number from 1" },
        { "compare --batch 0", "'0' is not a whole number from 1" },
        { "compare --threads 0", "'0' is not a whole number from 1" },
        { "compare --threads 1.5", "'1.5' is not a whole number from 1" },
        { "compare --rows 1", "'1' is not a whole number from 2" },
        { "compare --noise -1", "'-1' is not a number from 0" },
        { "compare --target x", "--target does not go with spiral" },
        { "compare --header maybe --data x.csv", "neither yes nor no" },
        { "compare --epohcs 3", "Did you mean '--epochs'?" },
        { "comapre", "Did you mean 'compare'?" },
        { "compare --json nowhere/at/all.json", "there is no folder" },
        { "compare --json /", "is a folder" },
        { "show gleu", "did you mean 'gelu'?" },
        { "show 'leaky_relu(alpha=x)'", "alpha" },
        { "list --family gate", "did you mean 'gated'?" },
        { "plot gleu", "did you mean 'gelu'?" },
        { "plot softmax", "works on whole rows" },
        { "plot", "Required argument missing" },
        { "plot gelu --range 4", "'4' is no range; write two finite numbers" },
        { "plot gelu --range a:b", "'a:b' is no range; write two finite numbers" },
        { "plot gelu --range 1:2:3", "'1:2:3' is no range" },
        { "plot gelu --range :", "':' is no range" },
        { "plot gelu --range nan:1", "has no end; take finite numbers" },
        { "plot gelu --range 0:inf", "write two finite numbers" },
        { "plot gelu --range -1e300:1e300", "up to 1e100" },
        { "plot gelu --range 4:-4", "goes backwards; write the smaller number first: -4:4" },
        { "plot gelu --range 1:1", "is empty or too narrow" },
        { "plot gelu --range 1:1.0000000000000002", "is empty or too narrow" },
        { "plot gelu --svg nowhere/at/all.svg", "there is no folder" },
        { "plot gelu --svg /", "is a folder" },
        { "plot relu gelu silu mish elu --slope --curvature", "15 curves are too many for one plot; at most 14" },
        { "bench kernels --functions relu,gleu", "did you mean 'gelu'?" },
        { "bench kernels --functions 'celu(alpha=0)'", "alpha" },
        { "bench kernels --sizes 4096,0", "--sizes '0' is not a whole number from 1 to 134,217,728" },
        { "bench kernels --sizes 1e6", "'1e6' is not a whole number" },
        { "bench kernels --sizes 4096,", "'' is not a whole number" },
        { "bench kernels --threads 0", "'0' is not a whole number from 1" },
        { "bench kernels --dtype float31", "did you mean 'float32'?" },
        { "bench kernels --functions softmax --dtype float16", "no float16 kernels" },
        { "bench kernel", "Did you mean 'kernels'?" },
        { "advise --task regresion", "did you mean 'regression'?" },
        { "advise --network trasformer", "did you mean 'transformer'?" },
        { "advise --depth 0", "'0' is not a whole number from 1 to 1,000" },
        { "advise --width many", "'many' is not a whole number from 1 to 8,192" },
        { "advise --normalization batchnrm", "did you mean 'batchnorm'?" },
        { "advise --network transformer --normalization batchnorm", "have layernorm of their own" },
        { "advise --network siren --normalization batchnorm", "has none" },
        { "advise --precision float15", "did you mean 'float16'?" },
        { "advise --device phone", "there are cpu, gpu, mobile" },
        { "advise --activations gleu", "did you mean 'gelu'?" },
        { "advise --activations relu,softmax", "works on whole rows" },
        { "advise --activations relu,tanh,relu", "relu is there twice" },
        { "advise --plot nowhere/at/all.svg", "there is no folder" },
        { "verify", "verify needs a function, or --all" },
        { "verify gleu", "did you mean 'gelu'?" },
        { "verify gelu --all", "not both" },
        { "verify gelu --dtype float23", "did you mean 'float32'?" },
        { "verify gelu --exhaustive --dtype float64", "too many of float64" },
        { "verify --page accuracy.md", "--record" },
        { "verify --record nowhere --page accuracy.md", "no such folder" },
        { "show 'x*geluu(x)'", "did you mean 'gelu'?" },
        { "compare --activations relu,x*sigmoid(q*x)", "; q = 1" },
        { "plot 'x +'", "missing at the end" },
        { "eval gelu --dtype float23", "did you mean 'float32'?" },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public async Task Wrong_usage_is_one_line_that_helps(string line, string help) => Check(await Captured.Run(line), help);

    /// <summary>The text of a CSV file, and what the line must say.</summary>
    public static TheoryData<string, string> Files => new()
    {
        { "", "bad.csv" },
        { "a,b,c\n", "bad.csv" },
        { "1,2,3\n", "one row" },
        { "1,2,3\n4,5\n6,7,8\n", "line 2" },
        { "1,2,x\n4,oops,y\n", "line 2" },
        { "1,2,x\n4,5,x\n", "at least 2 classes" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_broken_file_is_one_line_that_says_where(string text, string help)
    {
        using var scratch = new Scratch();
        Check(await Captured.Run($"compare --data {scratch.Write("bad.csv", text)}"), help);
    }

    [Fact]
    public async Task A_target_that_is_not_there_is_named()
    {
        using var scratch = new Scratch();
        var path = scratch.Write("good.csv", "weight,kind\n1,a\n2,b\n3,a\n4,b\n");
        Check(await Captured.Run($"compare --target wieght --data {path}"), "did you mean 'weight'?");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_truncated_idx_file_is_refused(bool compressed)
    {
        using var scratch = new Scratch();
        // Three images of 2 × 2 are announced, one and a half are there.
        byte[] images = [0, 0, 8, 3, 0, 0, 0, 3, 0, 0, 0, 2, 0, 0, 0, 2, 1, 2, 3, 4, 5, 6], labels = [0, 0, 8, 1, 0, 0, 0, 3, 0, 1, 0];
        var end = compressed ? ".gz" : "";
        foreach (var (name, bytes) in new[] { ("x-images-idx3-ubyte", images), ("x-labels-idx1-ubyte", labels) })
        {
            using var file = File.Create(scratch[name + end]);
            using Stream packed = compressed ? new GZipStream(file, CompressionLevel.Fastest) : file;
            packed.Write(bytes);
        }
        Check(await Captured.Run($"compare --data {scratch.Folder}"), "x-images-idx3-ubyte");
    }

    [Fact]
    public async Task Training_that_diverges_everywhere_is_a_failure()
    {
        var result = await Captured.Run(
            "compare --data sine --rows 100 --activations linear --optimizer sgd --lr 1000 --seeds 2 --epochs 20 --hidden 8");
        result.Code.ShouldBe(1);
        result.Out.ShouldContain("Every network diverged");
    }

    private static void Check(Captured result, string help)
    {
        result.Code.ShouldBe(2, result.Error);
        result.Out.ShouldBeEmpty();
        result.Error.ShouldStartWith("hillock: ");

        // One line; below a mistake in a formula it is shown, with a caret at the place.
        var below = result.Error.TrimEnd('\n').Split('\n')[1..];
        (below is [] or [_, _] && below.LastOrDefault("^").Trim() == "^").ShouldBeTrue(result.Error);
        result.Error.ShouldContain(help);
    }
}
