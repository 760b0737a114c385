namespace Hillock.Training.Tests;

public sealed unsafe class TensorTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 7)]
    [InlineData(128, 784)]
    public void Storage_begins_on_a_64_byte_boundary_and_is_zero(int rows, int columns)
    {
        var tensor = new Tensor(rows, columns);
        ((nint)tensor.Pointer % 64).ShouldBe(0);
        tensor.Values.ToArray().ShouldAllBe(v => v == 0);
        tensor.Values.Length.ShouldBe(rows * columns);
    }

    [Fact]
    public void Rows_are_contiguous()
    {
        var tensor = Tensor.From([1, 2, 3, 4, 5, 6], 3, 2);
        tensor.Row(1).ToArray().ShouldBe([3, 4]);
        (tensor.Rows, tensor.Columns).ShouldBe((3, 2));
        tensor.ToString().ShouldBe("3×2");
    }

    [Fact]
    public void A_row_has_all_further_dimensions()
    {
        var images = new Tensor(5, 3, 4, 2);
        (images.Rows, images.Columns, images.Length).ShouldBe((5, 24, 120));
        images.FirstRows(2).Shape.ToArray().ShouldBe([2, 3, 4, 2]);
    }

    [Fact]
    public void First_rows_share_the_storage_and_come_back_as_the_same_object()
    {
        var tensor = Tensor.From([1, 2, 3, 4, 5, 6], 3, 2);
        var two = tensor.FirstRows(2);
        two.Row(1)[0] = 9;
        tensor.Row(1)[0].ShouldBe(9);
        tensor.FirstRows(2).ShouldBeSameAs(two);
        tensor.FirstRows(3).ShouldBeSameAs(tensor);
        tensor.FirstRows(0).Length.ShouldBe(0);
    }

    [Fact]
    public void What_does_not_exist_is_refused()
    {
        var tensor = new Tensor(3, 2);
        Should.Throw<ArgumentOutOfRangeException>(() => tensor.Row(3).Length);
        Should.Throw<ArgumentOutOfRangeException>(() => tensor.FirstRows(4));
        Should.Throw<ArgumentOutOfRangeException>(() => new Tensor(2, -1));
        Should.Throw<ArgumentException>(() => new Tensor(1 << 16, 1 << 16)).Message.ShouldContain("65536×65536");
        Should.Throw<ArgumentException>(() => Tensor.From([1, 2, 3], 2, 2)).Message.ShouldContain("2×2");
    }
}
