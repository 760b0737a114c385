using System.Numerics.Tensors;
using Hillock;
using Hillock.Tensors;

// The whole catalog, by name: nothing of it needs what trimming takes away.
float[] x = [-2, -0.5f, 0, 0.5f, 2], y = new float[x.Length], dx = new float[x.Length];
foreach (var f in Catalog.Functions.Select(function => function.Create()))
{
    f.Forward(x, y);
    f.Backward(x, [1, 1, 1, 1, 1], dx);
    Console.WriteLine($"{f.Name}: {string.Join(' ', y)}, slope {string.Join(' ', dx)}");
}

var rows = Catalog.Softmax.Forward(Tensor.Create([1f, 2f, 3f, 4f], [2, 2]));
Console.WriteLine($"softmax: {rows[0, 0]} {rows[0, 1]}");
