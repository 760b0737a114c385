using System.Numerics.Tensors;
using Hillock;
using Hillock.Tensors;

// Two samples with three features.
var x = Tensor.Create([-2f, 0f, 2f, 1f, 2f, 3f], [2, 3]);
var y = new Silu().Forward(x);
Console.WriteLine($"silu     {Row(y, 0)} | {Row(y, 1)}");

var dx = new Silu().Backward(x, Tensor.Create([1f, 1f, 1f, 1f, 1f, 1f], [2, 3]));
Console.WriteLine($"slope    {Row(dx, 0)} | {Row(dx, 1)}");

// Rows lie along the last axis, whatever the memory says: here it is the first axis of what was created.
var chances = Catalog.Softmax.Forward(Tensor.Transpose(x));
Console.WriteLine($"softmax  {Row(chances, 0)} | {Row(chances, 1)} | {Row(chances, 2)}");

// A slice is computed in place, and only the slice.
var last = x.Slice(.., 2..);
Catalog.Parse("hard_tanh").Forward(last, last);
Console.WriteLine($"in place {Row(x, 0)} | {Row(x, 1)}");

static string Row(Tensor<float> tensor, int row) =>
    string.Join(' ', Enumerable.Range(0, (int)tensor.Lengths[^1]).Select(column => tensor[row, column]));
