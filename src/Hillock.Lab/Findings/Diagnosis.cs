namespace Hillock.Lab;

/// <summary>What is wrong with a run, causes first, and under each what it most likely brought about.</summary>
public static class Diagnosis
{
    /// <summary>The findings of a run: those that come first lead, and of those the gravest.</summary>
    /// <param name="seen">What is known of the run.</param>
    public static IReadOnlyList<Finding> Of(Case seen)
    {
        List<(Finding Root, List<Finding> Consequences)> roots = [];
        foreach (var rule in Rule.All)
        {
            foreach (var finding in rule.Find(seen).OrderBy(finding => finding.FirstStep))
            {
                var told = finding with { Remedies = [.. rule.RemediesFor(seen.Recipe).Select(remedy => remedy.Text)] };
                // Causes come before what they bring about, in the list of rules and in time.
                var cause = roots.Where(root => root.Consequences.Prepend(root.Root).Any(other => rule.Causes.Contains(other.Rule) && Era(other) <= Era(told)))
                    .OrderByDescending(root => root.Consequences.Prepend(root.Root).Max(other => other.Severity)).FirstOrDefault();
                if (cause.Root is null)
                {
                    roots.Add((told, []));
                }
                else
                {
                    cause.Consequences.Add(told);
                }
            }
        }
        return
        [
            .. roots.Select(root => root.Root with { Consequences = root.Consequences })
                .OrderBy(Era).ThenByDescending(root => root.WithConsequences().Max(finding => finding.Severity)),
        ];
    }

    /// <summary>What is there at the first step was there before.</summary>
    private static long Era(Finding finding) => Math.Max(1, finding.FirstStep);
}
