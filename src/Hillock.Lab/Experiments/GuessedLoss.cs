namespace Hillock.Lab;

/// <summary>The loss of one who looks at no input and knows how often each target comes.</summary>
internal static class GuessedLoss
{
    /// <summary>Of classes the entropy of their shares in nats, of values their variance.</summary>
    public static double Of(Dataset data)
    {
        if (!data.HasClasses)
        {
            var deviation = Scale.Of(data.Targets).Deviation;
            return deviation * deviation;
        }
        var count = (double)data.Targets.Length;
        return data.Targets.CountBy(target => target).Sum(pair => -(pair.Value / count) * Math.Log(pair.Value / count));
    }
}
