using System.Collections.Concurrent;

namespace Hillock.Lab.Tests;

public sealed class SuiteTests
{
    private const double Recall = 0.95, FalseAlarms = 0.1;

    [Fact]
    public void Planted_faults_are_found_and_healthy_networks_left_alone()
    {
        var found = new ConcurrentDictionary<Planted, IReadOnlyList<Finding>>();
        var stop = TestContext.Current.CancellationToken;
        Parallel.ForEach([.. PlantedFaults.All, .. HealthyNetworks.All], new ParallelOptions { MaxDegreeOfParallelism = 2, CancellationToken = stop }, planted =>
            found[planted] = [.. planted.Find(stop).SelectMany(finding => finding.WithConsequences()).Where(finding => finding.Severity > Severity.Note)]);
        string[] missed = [.. PlantedFaults.All.Where(fault => !found[fault].Any(finding => fault.Rules.Contains(finding.Rule)))
            .Select(fault => $"{fault.Fault}: {string.Join("; ", found[fault])}")];
        string[] alarms = [.. HealthyNetworks.All.Where(healthy => found[healthy].Count > 0)
            .Select(healthy => $"{healthy}: {string.Join("; ", found[healthy])}")];
        TestContext.Current.SendDiagnosticMessage("{0}", string.Join('\n', missed.Concat(alarms)));
        File.WriteAllText("/tmp/suite.txt", string.Join('\n', ["MISSED", .. missed, "ALARMS", .. alarms, "ALL", .. PlantedFaults.All.Select(f => $"{f.Fault} => {string.Join(" | ", found[f].Select(x => x.Text))}")]));
        (1 - (missed.Length / (double)PlantedFaults.All.Count)).ShouldBeGreaterThanOrEqualTo(Recall, string.Join('\n', missed));
        (alarms.Length / (double)HealthyNetworks.All.Count).ShouldBeLessThanOrEqualTo(FalseAlarms, string.Join('\n', alarms));
    }
}
