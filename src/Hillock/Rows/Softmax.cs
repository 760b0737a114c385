namespace Hillock;

/// <summary>yᵢ = eˣⁱ/Σeˣʲ: chances from logits; dx = y ⊙ (dy − Σ yⱼ·dyⱼ).</summary>
internal sealed record Softmax(string Name, Family Family, string Origin, Facts Facts, IReadOnlyList<string> Aliases)
    : RowFunction(Name, Family, Origin, Facts, Aliases)
{
    public override string Formula => "exp(x) / sum(exp(x))";

    internal override void ForwardRow<E>(ReadOnlySpan<E> x, ShiftedRow row, Span<E> y)
    {
        var sum = 1 + row.Rest;
        for (var i = 0; i < y.Length; i++)
        {
            Element.Set(ref y[i], 0, row.Exponentials[i] / sum);
        }
    }

    internal override void BackwardRow<E>(ShiftedRow row, ReadOnlySpan<E> dy, Span<E> dx)
    {
        var sum = 1 + row.Rest;
        double mean = 0;
        for (var i = 0; i < dy.Length; i++)
        {
            mean += row.Exponentials[i] / sum * Element.Get(in dy[i], 0);
        }

        for (var i = 0; i < dx.Length; i++)
        {
            Element.Set(ref dx[i], 0, row.Exponentials[i] / sum * (Element.Get(in dy[i], 0) - mean));
        }
    }
}

/// <summary>yᵢ = xᵢ − ln Σeˣʲ: logarithms of chances; dx = dy − softmax(x)·Σ dyⱼ.</summary>
internal sealed record LogSoftmax(string Name, Family Family, string Origin, Facts Facts, IReadOnlyList<string> Aliases)
    : RowFunction(Name, Family, Origin, Facts, Aliases)
{
    public override string Formula => "x - log(sum(exp(x)))";

    internal override void ForwardRow<E>(ReadOnlySpan<E> x, ShiftedRow row, Span<E> y)
    {
        var log = Real.Log1P(row.Rest);
        for (var i = 0; i < y.Length; i++)
        {
            Element.Set(ref y[i], 0, Element.Get(in x[i], 0) - row.Maximum - log);
        }
    }

    internal override void BackwardRow<E>(ShiftedRow row, ReadOnlySpan<E> dy, Span<E> dx)
    {
        var sum = 1 + row.Rest;
        double total = 0;
        for (var i = 0; i < dy.Length; i++)
        {
            total += Element.Get(in dy[i], 0);
        }

        for (var i = 0; i < dx.Length; i++)
        {
            Element.Set(ref dx[i], 0, Element.Get(in dy[i], 0) - (row.Exponentials[i] / sum * total));
        }
    }
}
