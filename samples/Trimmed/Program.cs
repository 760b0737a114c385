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

// A formula becomes code at run time here as well.
foreach (var code in Enum.GetValues<FormulaCode>())
{
    var typed = Formula.Parse("x * sigmoid(beta * x) + 1 - tanh(x)**2; beta = 1.5", code: code);
    typed.Create().ForwardBackward(x, [1, 1, 1, 1, 1], y, dx);
    Console.WriteLine($"{typed}: {string.Join(' ', y)}, slope {string.Join(' ', dx)}, compiled: {typed.IsCompiled}");
}

var rows = Catalog.Softmax.Forward(Tensor.Create([1f, 2f, 3f, 4f], [2, 2]));
Console.WriteLine($"softmax: {rows[0, 0]} {rows[0, 1]}");
