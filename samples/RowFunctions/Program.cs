using Hillock;

// Two rows of three logits. The second is beyond what exp can hold, and one of its classes is impossible.
float[] logits = [1, 2, 3, 1000, 1001, float.NegativeInfinity];
const int Columns = 3;

var chances = new float[logits.Length];
Catalog.Softmax.Forward(logits, Columns, chances);
Console.WriteLine($"softmax      {string.Join("  ", chances)}");

// What cross-entropy sends back to the logits when the last class of the first row and the first of the second are right.
float[] gradients = [0, 0, -1 / chances[2], -1 / chances[3], 0, 0], back = new float[logits.Length];
Catalog.Softmax.Backward(logits, Columns, gradients, back);
Console.WriteLine($"gradient     {string.Join("  ", back)}");

var logs = new double[Columns];
Catalog.LogSoftmax.Forward([0, -1000, -2000], Columns, logs);
Console.WriteLine($"log_softmax  {string.Join("  ", logs)}");
