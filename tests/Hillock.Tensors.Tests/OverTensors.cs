using System.Runtime.CompilerServices;

namespace Hillock.Tensors.Tests;

/// <summary>What a function gives over a tensor is what it gives over a span with the same elements, however they lie in memory.</summary>
public class OverTensors
{
    private static readonly float[] Numbers = [.. Enumerable.Range(-60, 120).Select(i => i / 16f)];
    private static readonly float[] Gradients = [.. Numbers.Select((_, i) => 1 + (i % 7))];

    private const string Broadcast = "broadcast";

    /// <summary>How a tensor of 4 × 5 × 6 elements may lie in memory.</summary>
    public static TheoryData<string> Ways => ["dense", "transposed", "slice", "spread over a larger one", Broadcast];

    /// <summary>Those without elements that are one and the same.</summary>
    public static TheoryData<string> WaysToWrite => [.. Ways.Select(row => row.Data).Where(way => way != Broadcast)];

    [Theory]
    [MemberData(nameof(Ways))]
    public void An_activation_gives_what_it_gives_over_a_span(string way)
    {
        Tensor<float> x = Laid(Numbers, way), dy = Laid(Gradients, way), y = Blank(way), dx = Blank(way);
        float[] flat = Flat(x), flatDy = Flat(dy), expectedY = new float[flat.Length], expectedDx = new float[flat.Length];
        new Gelu().Forward(flat, expectedY);
        new Gelu().Backward(flat, flatDy, expectedDx);
        var f = Catalog.Parse("gelu");
        f.Forward(x, y);
        f.Backward(x, dy, dx);
        Flat(y).ShouldBe(expectedY);
        Flat(dx).ShouldBe(expectedDx);
        Flat(f.Forward(x)).ShouldBe(expectedY);
        Flat(f.Backward(x, dy)).ShouldBe(expectedDx);
        Flat(new Gelu().Forward(x)).ShouldBe(expectedY);
        Flat(new Gelu().Backward(x, dy)).ShouldBe(expectedDx);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void A_function_of_rows_goes_along_the_last_axis(string way)
    {
        Tensor<float> x = Laid(Numbers, way), dy = Laid(Gradients, way), y = Blank(way), dx = Blank(way);
        float[] flat = Flat(x), expectedY = new float[flat.Length], expectedDx = new float[flat.Length];
        Catalog.Softmax.Forward(flat, (int)x.Lengths[^1], expectedY);
        Catalog.Softmax.Backward(flat, (int)x.Lengths[^1], Flat(dy), expectedDx);
        Catalog.Softmax.Forward(x, y);
        Catalog.Softmax.Backward(x, dy, dx);
        Flat(y).ShouldBe(expectedY);
        Flat(dx).ShouldBe(expectedDx);
        Flat(Catalog.Softmax.Forward(x)).ShouldBe(expectedY);
        Flat(Catalog.Softmax.Backward(x, dy)).ShouldBe(expectedDx);
    }

    [Theory]
    [MemberData(nameof(WaysToWrite))]
    public void A_destination_may_be_the_source(string way)
    {
        var x = Laid(Numbers, way);
        var expected = Flat(Catalog.Softmax.Forward(x));
        Catalog.Softmax.Forward(x, x);
        Flat(x).ShouldBe(expected);
    }

    [Fact]
    public void A_slice_leaves_what_is_around_it_alone()
    {
        var all = Tensor.Create([.. Enumerable.Repeat(-3f, 16)], [4, 4]);
        new Relu().Forward(all.Slice(1..3, 1..3), all.Slice(1..3, 1..3));
        Flat(all).ShouldBe([-3, -3, -3, -3, -3, 0, 0, -3, -3, 0, 0, -3, -3, -3, -3, -3]);
    }

    [Fact]
    public void Arrays_and_spans_still_go_where_they_went_and_doubles_too()
    {
        float[] x = [-1, 2], y = new float[2];
        new Relu().Forward(x, y);
        y.ShouldBe([0, 2]);
        Catalog.Parse("relu").Forward(x, y);
        Flat(new Relu().Forward(Tensor.Create([-1.0, 2.0], [2, 1]))).ShouldBe([0, 2]);
        Flat(new Halved().Backward(Tensor.Create([5.0, 6.0]), Tensor.Create([1.0, 3.0]))).ShouldBe([0.5, 1.5]);
    }

    [Fact]
    public void Empty_tensors_and_single_numbers_are_tensors_too()
    {
        new Relu().Forward(Tensor.CreateFromShape<float>([0, 3])).Lengths.ToArray().ShouldBe([0, 3]);
        Catalog.Softmax.Forward(Tensor.CreateFromShape<float>([3, 0])).Lengths.ToArray().ShouldBe([3, 0]);
        // One element alone has all the chances.
        Flat(Catalog.Softmax.Forward(Tensor.Create([7f], [1, 1]))).ShouldBe([1]);
    }

    [Fact]
    public void Shapes_must_agree_and_rows_need_an_axis()
    {
        Tensor<float> two = Tensor.CreateFromShape<float>([2, 3]), three = Tensor.CreateFromShape<float>([3, 2]);
        Should.Throw<ArgumentException>(() => new Relu().Forward(two, three))
            .Message.ShouldStartWith("y has the shape [3, 2] and x has [2, 3]; they must be the same.");
        Should.Throw<ArgumentException>(() => new Relu().Backward(two, three)).Message.ShouldStartWith("dx has the shape [2, 3] and dy has [3, 2]");
        Should.Throw<ArgumentException>(() => Catalog.Softmax.Forward(default(ReadOnlyTensorSpan<float>))).Message.ShouldStartWith("x has no axis");
    }

    private static Tensor<float> Blank(string way) => Laid(new float[Numbers.Length], way == Broadcast ? "dense" : way);

    private static Tensor<float> Laid(float[] values, string way) => way switch
    {
        "dense" => Tensor.Create([.. values], [4, 5, 6]),
        "transposed" => Tensor.PermuteDimensions(Tensor.Create([.. values], [6, 4, 5]), [1, 2, 0]),
        "slice" => Tensor.Create([.. values, .. values], [4, 5, 12]).Slice(.., .., 2..8),
        Broadcast => Tensor.Create([.. values.Take(30)], 0, [4, 5, 6], [0, 6, 1]),
        _ => Tensor.Create([.. values, .. values], 7, [4, 5, 6], [48, 1, 8]),
    };

    /// <summary>The elements by their indices, the last changing first.</summary>
    private static E[] Flat<E>(Tensor<E> tensor)
    {
        var flat = new E[tensor.FlattenedLength];
        var index = new nint[tensor.Rank];
        for (var i = 0; i < flat.Length; i++)
        {
            var rest = (nint)i;
            for (var axis = tensor.Rank - 1; axis >= 0; axis--)
            {
                (rest, index[axis]) = Math.DivRem(rest, tensor.Lengths[axis]);
            }

            flat[i] = tensor[index];
        }

        return flat;
    }

    private readonly record struct Halved : IActivation
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public T Of<T>(T x)
            where T : struct, IReal<T> =>
            x / 2;
    }
}
